//! Where a file can be changed so that a test ought to notice, and how.

use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ReturnType, Type, UnOp};

/// A change to one place of a file.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// Line of the place.
    pub line: usize,
    /// The function around it.
    pub function: String,
    /// What is changed, for people.
    pub what: String,
    /// How the text is changed.
    pub change: Change,
}

/// A change as places of the text, in bytes.
#[derive(Debug, Clone)]
pub enum Change {
    /// The body that begins at this place gives `value` at once.
    Body { at: usize, value: String },
    /// `left old right` becomes `left new right`.
    Operator { left: Range<usize>, right: Range<usize>, old: String, new: &'static str, assigns: bool },
    /// The operator before `operand` is left out.
    Unary { whole: Range<usize>, operand: Range<usize> },
    /// An arm of a match, whose pattern ends at this place, is never taken.
    Arm { at: usize },
    /// A guard is `always` taken, or never.
    Guard { guard: Range<usize>, always: bool },
}

impl Change {
    /// The text that the change replaces; empty where it only adds.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Body { at, .. } | Self::Arm { at } => *at..*at,
            Self::Operator { left, right, .. } => left.start..right.end,
            Self::Unary { whole, .. } => whole.clone(),
            Self::Guard { guard, .. } => guard.clone(),
        }
    }
}

/// Everything of a file that can be changed. Tests, constants and what the compiler computes are left out.
///
/// # Errors
/// Where the text is not Rust.
pub fn of(text: &str) -> syn::Result<Vec<Mutant>> {
    let mut sites = Sites { text, function: Vec::new(), found: Vec::new() };
    sites.visit_file(&syn::parse_file(text)?);
    Ok(sites.found)
}

struct Sites<'t> {
    text: &'t str,
    function: Vec<String>,
    found: Vec<Mutant>,
}

impl Sites<'_> {
    fn add(&mut self, span: proc_macro2::Span, what: String, change: Change) {
        let function = self.function.join("::");
        self.found.push(Mutant { line: span.start().line, function, what, change });
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block, attributes: &[syn::Attribute]) {
        if signature.constness.is_some() || is_test(attributes) {
            return;
        }
        self.function.push(signature.ident.to_string());
        let at = block.brace_token.span.open().byte_range().end;
        let empty = block.stmts.is_empty();
        for value in values(signature).into_iter().filter(|value| !(empty && value.is_empty())) {
            let what = format!("the body gives {}", if value.is_empty() { "()" } else { &value });
            self.add(signature.span(), what, Change::Body { at, value });
        }
        visit::visit_block(self, block);
        self.function.pop();
    }
}

impl<'ast> Visit<'ast> for Sites<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block, &item.attrs);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block, &item.attrs);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let Type::Path(path) = &*item.self_ty else { return visit::visit_item_impl(self, item) };
        self.function.push(path.path.segments.last().map_or(String::new(), |last| last.ident.to_string()));
        visit::visit_item_impl(self, item);
        self.function.pop();
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        let (left, right) = (expr.left.span().byte_range(), expr.right.span().byte_range());
        // A condition that binds can be joined with `&&` only.
        if !binds(&expr.left) && !binds(&expr.right) {
            let old = self.text[expr.op.span().byte_range()].to_owned();
            for (new, assigns) in other_operators(&expr.op) {
                let what = format!("{old} becomes {new}");
                let (left, right, old) = (left.clone(), right.clone(), old.clone());
                self.add(expr.op.span(), what, Change::Operator { left, right, old, new, assigns });
            }
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        if let UnOp::Not(_) | UnOp::Neg(_) = expr.op {
            let (whole, operand) = (expr.span().byte_range(), expr.expr.span().byte_range());
            self.add(
                expr.span(),
                format!("{} left out", &self.text[expr.op.span().byte_range()]),
                Change::Unary { whole, operand },
            );
        }
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        let is_rest = |arm: &syn::Arm| matches!(arm.pat, syn::Pat::Wild(_)) && arm.guard.is_none();
        let has_rest = expr.arms.iter().any(is_rest);
        for arm in &expr.arms {
            if let Some((_, guard)) = arm.guard.as_ref().filter(|(_, guard)| !binds(guard)) {
                for always in [true, false] {
                    let guard_range = guard.span().byte_range();
                    let what = format!("the guard is {always}");
                    self.add(guard.span(), what, Change::Guard { guard: guard_range, always });
                }
            } else if has_rest && arm.guard.is_none() && !is_rest(arm) {
                let at = arm.pat.span().byte_range().end;
                self.add(arm.pat.span(), "the arm is left out".to_owned(), Change::Arm { at });
            }
        }
        visit::visit_expr_match(self, expr);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string().contains("test"),
        meta => meta.path().is_ident("test"),
    })
}

/// Whether a condition binds names: `let … = …`, alone or joined to others.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(both) => binds(&both.left) || binds(&both.right),
        _ => false,
    }
}

/// What an operator can be mistaken for, and whether it assigns.
fn other_operators(operator: &BinOp) -> Vec<(&'static str, bool)> {
    let (others, assigns): (&[&'static str], bool) = match operator {
        BinOp::Eq(_) => (&["!="], false),
        BinOp::Ne(_) => (&["=="], false),
        BinOp::And(_) => (&["||"], false),
        BinOp::Or(_) => (&["&&"], false),
        BinOp::Lt(_) => (&["==", ">", "<="], false),
        BinOp::Gt(_) => (&["==", "<", ">="], false),
        BinOp::Le(_) => (&[">", "<"], false),
        BinOp::Ge(_) => (&["<", ">"], false),
        BinOp::Add(_) => (&["-", "*"], false),
        BinOp::Sub(_) => (&["+", "/"], false),
        BinOp::Mul(_) => (&["+", "/"], false),
        BinOp::Div(_) => (&["%", "*"], false),
        BinOp::Rem(_) => (&["/", "+"], false),
        BinOp::BitAnd(_) => (&["|", "^"], false),
        BinOp::BitOr(_) => (&["&", "^"], false),
        BinOp::BitXor(_) => (&["|", "&"], false),
        BinOp::AddAssign(_) => (&["-=", "*="], true),
        BinOp::SubAssign(_) => (&["+=", "/="], true),
        BinOp::MulAssign(_) => (&["+=", "/="], true),
        BinOp::DivAssign(_) => (&["%=", "*="], true),
        BinOp::RemAssign(_) => (&["/=", "+="], true),
        BinOp::BitAndAssign(_) => (&["|="], true),
        BinOp::BitOrAssign(_) => (&["&="], true),
        _ => (&[], false),
    };
    others.iter().map(|other| (*other, assigns)).collect()
}

/// What a function could give instead of what it computes, as expressions.
fn values(signature: &syn::Signature) -> Vec<String> {
    let ReturnType::Type(_, of) = &signature.output else { return vec![String::new()] };
    match (&**of, signature.inputs.first()) {
        (Type::Path(path), Some(syn::FnArg::Typed(input))) if is_parser(path) => match &*input.pat {
            syn::Pat::Ident(input) => vec![format!("{FAIL}({}, {FAIL_KIND}))", input.ident)],
            _ => Vec::new(),
        },
        _ => values_of(of, 2),
    }
}

/// How a parser says that what it is for does not stand here.
const FAIL: &str = "Err(nom::Err::Error(nom::error::Error::new";
const FAIL_KIND: &str = "nom::error::ErrorKind::Fail)";

fn is_parser(path: &syn::TypePath) -> bool {
    path.path.segments.last().is_some_and(|last| last.ident == "Parsed" || last.ident == "IResult")
}

/// Values of a type; containers are filled to a depth.
fn values_of(of: &Type, depth: usize) -> Vec<String> {
    let otherwise = || vec!["Default::default()".to_owned()];
    let Some(depth) = depth.checked_sub(1) else { return otherwise() };
    match of {
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return otherwise() };
            let inner = first_argument(last);
            let filled = |wrap: &dyn Fn(String) -> String| {
                inner.map_or(Vec::new(), |inner| values_of(inner, depth).into_iter().map(wrap).collect())
            };
            match last.ident.to_string().as_str() {
                "bool" => vec!["true".into(), "false".into()],
                "usize" | "u8" | "u16" | "u32" | "u64" => vec!["0".into(), "1".into()],
                "isize" | "i8" | "i16" | "i32" | "i64" => vec!["0".into(), "1".into(), "-1".into()],
                "String" => vec!["String::new()".into(), "\"xyzzy\".into()".into()],
                "Option" => [vec!["None".into()], filled(&|value| format!("Some({value})"))].concat(),
                "Result" => filled(&|value| format!("Ok({value})")),
                "Vec" => [vec!["Vec::new()".into()], filled(&|value| format!("vec![{value}]"))].concat(),
                _ => otherwise(),
            }
        }
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => vec!["\"\"".into(), "\"xyzzy\"".into()],
            Type::Slice(_) => vec!["&[]".into()],
            _ => otherwise(),
        },
        Type::Tuple(tuple) => {
            let first = |of| values_of(of, depth).into_iter().next().unwrap_or_default();
            vec![format!("({})", tuple.elems.iter().map(first).collect::<Vec<_>>().join(", "))]
        }
        // What gives an iterator of no name has one type only.
        Type::ImplTrait(_) => Vec::new(),
        _ => otherwise(),
    }
}

fn first_argument(segment: &syn::PathSegment) -> Option<&Type> {
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(of) => Some(of),
        _ => None,
    })
}
