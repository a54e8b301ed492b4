//! scratch
use claimdiff::{claim::{self,Anchor,Answer},grammar,rules::Rules,source,text,report::ValueRecord,imply,compare,finding::Places};
use std::io::Write;
use rayon::prelude::*;
fn main(){
    let args: Vec<String> = std::env::args().collect();
    let rules = match Rules::embedded(){Ok(r)=>r,Err(e)=>{eprintln!("{e}");std::process::exit(2)}};
    let out = std::io::stdout(); let mut out = std::io::BufWriter::new(out.lock());
    let plain = args.iter().any(|a| a=="--plain");
    if args.iter().any(|a| a=="check"||a=="claims") {
        let paths: Vec<std::path::PathBuf> = args.iter().skip(1).filter(|a| !a.starts_with('-') && *a!="check" && *a!="claims" && *a!="jsonl" && *a!="text" && *a!="--pairs").map(Into::into).collect();
        let (files, errors) = source::discover(&paths);
        for e in errors { eprintln!("{e}"); }
        let arts: Vec<source::Article> = files.par_iter().flat_map_iter(|f| source::read(f,&source::Limits::default()).0).collect();
        let batch: Vec<_> = arts.par_iter().map(|a| imply::extend(claim::read_article(a,&rules).unwrap())).collect();
        if args.iter().any(|a| a=="claims") {
            for b in &batch { println!("== {} {:?} {} sides {:?}", b.info.id, b.info.published, b.info.language, b.sides);
              println!("   story {:?}", b.info.story.terms.iter().map(|(t,w)| format!("{}:{w}",t.key())).collect::<Vec<_>>().join(" "));
              for c in &b.claims { if let Some(s)=&c.subject {
                println!("{:<9} {:<32} | c={} e={:?} a={:?} q={:?} p={:?} n={:?} t={:?} {:?}/{:?}/{:?} occ={:?} ch={:?} at={:?} {}", c.kind().name(), c.evidence[0].text.replace('\n'," "),
                 s.counted.as_ref().map_or("-",|t|t.key()), s.events.iter().map(|t|t.key()).collect::<Vec<_>>(), s.attributes.iter().map(|t|t.key()).collect::<Vec<_>>(), s.qualities.iter().map(|t|t.key()).collect::<Vec<_>>(),
                 s.participants.iter().map(|p|format!("{}={}",p.role.as_deref().unwrap_or("?"),p.who.key())).collect::<Vec<_>>(), s.names.iter().map(|t|t.key()).collect::<Vec<_>>(), s.time.map(|t|(t.from.map(|d|d.to_string()),t.granularity)), s.share,s.scope,s.modality,s.occurrence,s.change,s.attribution.as_ref().map(|a|&a.text), c.implied.as_ref().map_or("",|i|i.why.as_str())); } } }
            return;
        }
        if args.iter().any(|a| a=="--pairs") {
            let mut rows = Vec::new();
            for (i,x) in batch.iter().enumerate() { for y in &batch[i+1..] { for c in &x.claims { for d in &y.claims {
                if let Some(v) = compare::compare(c,d,&rules) { if matches!(v.kind.name(),"conflict"|"update"|"disputed"|"tension") { rows.push((v.confidence, format!("{} {} | {} | {} | {}", v.kind.name(), c.kind().name(), c.evidence[0].text, d.evidence[0].text, v.facets.iter().map(|j| format!("{}:{}",j.facet.name(),j.why)).collect::<Vec<_>>().join("; ")))); } } } } } }
            rows.sort(); for (c,r) in rows.iter().rev().take(90) { println!("{c} {r}"); }
            return;
        }
        let fs = compare::findings(&batch,&rules);
        for f in &fs {
            let cl = f.places.claims();
            if args.iter().any(|a| a=="text") {
                println!("{} {} {} {}", f.class.name(), f.check, f.confidence, f.message);
                for c in &cl { println!("     {}: {} [{}] {}", c.article.id.rsplit('/').next().unwrap_or(""), c.evidence[0].text, c.evidence[0].sentence.replace('\n'," "), c.implied.as_ref().map_or("",|i|i.why.as_str())); }
                println!("     {}", f.facets.iter().map(|j| format!("{}:{}({})",j.facet.name(),j.relation.name(),j.why)).collect::<Vec<_>>().join("; "));
            } else {
                let short = |id:&str| { let p: Vec<&str> = id.split('/').collect(); p[p.len().saturating_sub(2)..].join("/") };
                let ev: Vec<_> = cl.iter().map(|c| serde_json::json!({"article":short(&c.article.id),"start":c.evidence[0].file.map(|f|f.start),"end":c.evidence[0].file.map(|f|f.end),"text":c.evidence[0].text})).collect();
                let _ = writeln!(out,"{}",serde_json::json!({"class":f.class.name(),"check":f.check,"kind": if f.class.name()=="internal" {f.check} else {f.kind.name()},"confidence":f.confidence.to_string(),"evidence":ev}));
            }
            let _ = matches!(f.places, Places::Within(_));
        }
        return;
    }
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
