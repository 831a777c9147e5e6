//! CODE128 as `GS k 73` wants it: code set B, with code set C for runs of digits, which take half the room.

/// Dots per module: the smallest that scanners read at 203 dots per inch (0.25 mm).
pub const MODULE_DOTS: usize = 2;

/// The most data bytes that the command can carry.
const MAX_DATA: usize = 255;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    B,
    C,
}

struct Encoder {
    data: Vec<u8>,
    symbols: usize,
    set: Option<Set>,
}

impl Encoder {
    fn switch(&mut self, set: Set) {
        if self.set != Some(set) {
            self.data.extend([b'{', if set == Set::B { b'B' } else { b'C' }]);
            self.symbols += 1;
            self.set = Some(set);
        }
    }

    fn character(&mut self, byte: u8) {
        self.switch(Set::B);
        if byte == b'{' {
            self.data.push(b'{');
        }
        self.data.push(byte);
        self.symbols += 1;
    }

    fn pairs(&mut self, digits: &[u8]) {
        self.switch(Set::C);
        for pair in digits.chunks_exact(2) {
            self.data.push((pair[0] - b'0') * 10 + (pair[1] - b'0'));
            self.symbols += 1;
        }
    }
}

fn encode(code: &str) -> Option<Encoder> {
    let bytes = code.as_bytes();
    if bytes.is_empty() || bytes.iter().any(|b| !(b' '..=b'~').contains(b)) {
        return None;
    }
    let mut encoder = Encoder { data: Vec::new(), symbols: 0, set: None };
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let run = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let worth_switching = run >= 6 || (run >= 4 && (run == rest.len() || encoder.set.is_none()));
        if worth_switching && run % 2 == 0 {
            encoder.pairs(&rest[..run]);
            rest = &rest[run..];
        } else {
            encoder.character(*first);
            rest = tail;
        }
    }
    Some(encoder)
}

/// The data bytes of the command, or none when the code cannot be a CODE128: empty, too long, or not printable
/// ASCII.
#[must_use]
pub fn data(code: &str) -> Option<Vec<u8>> {
    encode(code).map(|e| e.data).filter(|d| d.len() <= MAX_DATA)
}

/// True when the bar code can be drawn within `dots`. The margins of the paper are its quiet zones.
#[must_use]
pub fn fits(code: &str, dots: usize) -> bool {
    // Every symbol is 11 modules, the check symbol too; the stop symbol is 13.
    encode(code)
        .is_some_and(|e| e.data.len() <= MAX_DATA && ((e.symbols + 1) * 11 + 13) * MODULE_DOTS <= dots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_digits_use_code_set_c() {
        assert_eq!(data("P02-1"), Some(b"{BP02-1".to_vec()));
        assert_eq!(data("1234"), Some(vec![b'{', b'C', 12, 34]));
        assert_eq!(data("2900004200017"), Some(vec![b'{', b'B', b'2', b'{', b'C', 90, 0, 4, 20, 0, 17]));
        assert_eq!(data("A-0001234"), Some([b"{BA-0{C".as_slice(), &[0, 12, 34]].concat()));
        assert_eq!(data("a{b"), Some(b"{Ba{{b".to_vec()));
    }

    #[test]
    fn what_code_128_cannot_hold_is_refused() {
        assert_eq!(data(""), None);
        assert_eq!(data("é"), None);
        assert_eq!(data("a\u{1b}"), None);
        assert_eq!(data(&"x".repeat(300)), None);
    }

    #[test]
    fn a_ticket_number_fits_both_papers() {
        assert!(fits("C01-2026-0001234", 384));
        assert!(fits("T1:317:7:9F3A1C", 576) && !fits("T1:317:7:9F3A1C", 384), "no wider than the paper");
        assert!(!fits(&"X".repeat(16), 384));
        assert!(fits(&"X".repeat(20), 576));
    }
}
