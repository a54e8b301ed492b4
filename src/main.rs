//! scratch
use claimdiff::{claim::{Anchor,Answer},grammar,rules::Rules,source,text,report::ValueRecord};
use std::io::Write;
fn main(){
    let args: Vec<String> = std::env::args().collect();
    let rules = match Rules::embedded(){Ok(r)=>r,Err(e)=>{eprintln!("{e}");std::process::exit(2)}};
    let out = std::io::stdout(); let mut out = std::io::BufWriter::new(out.lock());
    let plain = args.iter().any(|a| a=="--plain");
    for path in args.iter().skip(1).filter(|a| !a.starts_with('-') && *a!="extract" && *a!="jsonl"){
        let (articles, errors) = source::read(std::path::Path::new(path), &source::Limits::default());
        for e in errors { eprintln!("{e}"); }
        for a in &articles {
            let ps = match text::passages(a,&rules){Ok(p)=>p,Err(e)=>{eprintln!("{e}");std::process::exit(2)}};
            if plain { println!("== {} {:?}", a.id, a.meta); }
            for p in &ps { if plain { println!("[{:?}] ({})", p.kind, p.language.code); }
              for s in &p.sentences {
                if plain { println!("  | {}", s.span.slice(&a.text).replace('\n'," ")); }
                for m in grammar::mentions(p,s) {
                    let anchor = Anchor{written:a.meta.published, story:None, forward:false};
                    let ans = Answer::of(&m.value,&anchor,p.language);
                    let v = ValueRecord::new(&ans,&rules.units);
                    let v = serde_json::to_value(&v).unwrap_or_default();
                    if plain { let mut t=v.clone(); if let Some(o)=t.as_object_mut(){o.retain(|_,x|!x.is_null());}
                        println!("      {:<9} {:<30} {}", ans.kind().name(), m.span.slice(&a.text), t); }
                    else {
                    let _ = writeln!(out,"{}", serde_json::json!({"article":a.id,"kind":ans.kind().name(),"start":m.span.start,"end":m.span.end,"text":m.span.slice(&a.text),"number":{"start":m.span.start,"end":m.span.end},"value":v}));}
                }
            } }
        }
    }
}
