//! Dates and times as exports write them, to plain integers. No time zone, no clock.

/// Splits `2016-10-30 09:58` or `2016-10-30T09:58` into date and time; the time is empty when there is none.
pub(super) fn split(text: &str) -> (&str, &str) {
    text.split_once(['T', ' ']).map_or((text, ""), |(date, time)| (date, time.trim()))
}

/// Year, month and day of `2016-10-30`, `2016/10/30`, `30/10/2016`, `30-10-2016` or `30.10.2016`. Without the
/// year in front, the day comes first, as in France; the American order is not read. The day must exist.
pub(super) fn date(text: &str) -> Option<(u16, u8, u8)> {
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        [day, month, year] if year.len() == 4 => (*year, *month, *day),
        _ => return None,
    };
    let (year, month, day) =
        (integer(year)?, u8::try_from(integer(month)?).ok()?, u8::try_from(integer(day)?).ok()?);
    (1..=days_in(year, month)).contains(&day).then_some((year, month, day))
}

/// Hour, minute and second of `09:58:11`, `09:58`, `9h58` or, in OpenDocument sheets, `PT09H58M11S`. Fractions
/// of a second are dropped.
pub(super) fn time(text: &str) -> Option<(u8, u8, u8)> {
    let text = text.strip_prefix("PT").and_then(|iso| iso.strip_suffix('S')).unwrap_or(text);
    let whole = text.split('.').next()?;
    let mut parts =
        whole.split([':', 'h', 'H', 'M']).map(|part| integer(part).and_then(|n| u8::try_from(n).ok()));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    (parts.next().is_none() && hour < 24 && minute < 60 && second < 60).then_some((hour, minute, second))
}

/// One to four digits and nothing else: `u16::parse` alone would take a sign.
fn integer(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Days of a month in the Gregorian calendar; 0 when there is no such month or year.
const fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        _ if year == 0 => 0,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_iso_and_french_order() {
        for text in ["2016-10-30", "2016/10/30", "30/10/2016", "30-10-2016", "30.10.2016"] {
            assert_eq!(date(text), Some((2016, 10, 30)), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(date("2016-02-29"), Some((2016, 2, 29)));
        for text in [
            "2015-02-29",
            "1900-02-29",
            "2016-13-01",
            "10/30/2016",
            "30/10/16",
            "0000-01-01",
            "2016-1",
            "x",
            "",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_with_and_without_seconds() {
        assert_eq!(time("09:58:11"), Some((9, 58, 11)));
        assert_eq!(time("PT09H58M11S"), Some((9, 58, 11)));
        assert_eq!(time("9h58"), Some((9, 58, 0)));
        assert_eq!(time("09:58:11.250"), Some((9, 58, 11)));
        for text in ["24:00", "09:60", "09", "", "-1:00", "09:58:11:00", "+9:58"] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
