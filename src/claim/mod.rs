//! Mentions to claims: each value bound to the question that it answers.

mod amounts;
mod anchor;
mod answer;
mod around;
mod bearers;
mod bind;
mod changes;
mod context;
mod ellipsis;
mod event_time;
mod frame;
mod items;
mod match_time;
mod model;
mod order;
mod owner;
mod participants;
mod partition;
mod peoples;
mod proper;
mod rate;
mod read;
mod saying;
mod signature;
mod steps;
mod terms;

pub use anchor::Anchor;
pub use answer::{Answer, Kind, fraction_as_share};
pub use model::{
    ArticleInfo, Attribution, Claim, Evidence, Implication, Implied, Modality, Occurrence, Participant, Scope, Share,
    Sibling, Status, Subject, Term, fnv1a,
};
pub use partition::Tie;
pub use read::{ArticleClaims, read_article};
pub use signature::{Signature, likeness};
