//! Countries by code and by name, as customer lists of French and Canadian shops write them.

use domain::text::fold;

/// ISO 3166-1 alpha-2.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ \
    FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS \
    IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN \
    MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN \
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Folded names, French and English. Other countries are taken by their code.
const NAMES: [(&str, &str); 50] = [
    ("AD", "andorre, andorra"),
    ("AT", "autriche, austria"),
    ("AU", "australie, australia"),
    ("BE", "belgique, belgium, belgie"),
    ("BG", "bulgarie, bulgaria"),
    ("BR", "bresil, brazil"),
    ("CA", "canada, quebec, can"),
    ("CH", "suisse, switzerland"),
    ("CI", "cote d ivoire, ivory coast"),
    ("CM", "cameroun, cameroon"),
    ("CN", "chine, china"),
    ("CY", "chypre, cyprus"),
    ("CZ", "tchequie, republique tcheque, czechia, czech republic"),
    ("DE", "allemagne, germany, deutschland"),
    ("DK", "danemark, denmark"),
    ("DZ", "algerie, algeria"),
    ("EE", "estonie, estonia"),
    ("ES", "espagne, spain"),
    ("FI", "finlande, finland"),
    ("FR", "france, france metropolitaine, fra"),
    ("GB", "royaume uni, angleterre, ecosse, united kingdom, great britain, england, scotland, uk"),
    ("GF", "guyane, guyane francaise, french guiana"),
    ("GP", "guadeloupe"),
    ("GR", "grece, greece"),
    ("HR", "croatie, croatia"),
    ("HU", "hongrie, hungary"),
    ("IE", "irlande, ireland"),
    ("IT", "italie, italy"),
    ("JP", "japon, japan"),
    ("LT", "lituanie, lithuania"),
    ("LU", "luxembourg"),
    ("LV", "lettonie, latvia"),
    ("MA", "maroc, morocco"),
    ("MC", "monaco"),
    ("MQ", "martinique"),
    ("MT", "malte, malta"),
    ("MX", "mexique, mexico"),
    ("NC", "nouvelle caledonie, new caledonia"),
    ("NL", "pays bas, hollande, netherlands, the netherlands"),
    ("NO", "norvege, norway"),
    ("PL", "pologne, poland"),
    ("PT", "portugal"),
    ("RE", "reunion, la reunion"),
    ("RO", "roumanie, romania"),
    ("SE", "suede, sweden"),
    ("SI", "slovenie, slovenia"),
    ("SK", "slovaquie, slovakia"),
    ("SN", "senegal"),
    ("TN", "tunisie, tunisia"),
    ("US", "etats unis, etats unis d amerique, united states, united states of america, usa"),
];

/// The code of a country by its code or name; none when neither is known.
pub(super) fn code(cell: &str) -> Option<String> {
    let upper = cell.to_uppercase();
    if let Some(code) = CODES.split_whitespace().find(|code| *code == upper) {
        return Some(code.to_owned());
    }
    let name = fold(cell);
    let named = NAMES.iter().find(|(_, names)| names.split(", ").any(|known| known == name));
    named.map(|(code, _)| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_code_and_by_name() {
        for (cell, expected) in [
            ("fr", "FR"),
            ("France", "FR"),
            ("ÉTATS-UNIS", "US"),
            ("Pays-Bas", "NL"),
            ("Québec", "CA"),
            ("uk", "GB"),
        ] {
            assert_eq!(code(cell).as_deref(), Some(expected), "{cell}");
        }
        for unknown in ["XX", "Nulle part", "33", ""] {
            assert_eq!(code(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn every_name_leads_to_a_country_that_exists() {
        assert_eq!(CODES.split_whitespace().count(), 249);
        assert!(NAMES.iter().all(|(code, _)| CODES.split_whitespace().any(|known| known == *code)));
    }
}
