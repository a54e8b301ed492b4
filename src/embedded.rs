//! What the build puts into the program: the files of `rules/`, and the tables that the loader of [`crate::rules`] made of
//! them.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
