//! What a file was when it was read, so that anyone can tell whether theirs is the same.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A file by its name, its length and the digest of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// The path as given, or `-`.
    pub name: String,
    /// Its length.
    pub bytes: usize,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl FileRecord {
    /// The record of a file of that name.
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.len(), sha256: HEXLOWER.encode(&Sha256::digest(bytes)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_other_programs() {
        let record = FileRecord::new("a.txt", b"abc");
        // From FIPS 180-2, appendix B.1.
        assert_eq!(record.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(record.bytes, 3);
    }
}
