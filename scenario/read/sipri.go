package read

import (
	"cmp"
	"io"
	"regexp"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

func sipriLayout() layout {
	return layout{
		name:  "a sheet of SIPRI",
		needs: `"Country" in its first cell and years behind it`,
		header: func(cells []string) bool {
			at := firstFilled(cells)
			return at >= 0 && strings.EqualFold(cells[at], "Country") && hasYear(cells)
		},
		columns: map[string]part{
			"country": inName, "currency": inUnit, "notes": inNothing, "reporting year": inNothing,
		},
		gaps:  []string{"..", ". .", "...", "…", "xxx"},
		marks: true, names: nameNote,
	}
}

// What the title of a sheet says: "Military expenditure by country as percentage of
// gross domestic product, 1949-2024 © SIPRI 2025", or "Military expenditure by country, in
// millions of US$ at current prices and exchange rates, 1948-2023 © SIPRI 2024".
var (
	sipriTitle   = regexp.MustCompile(`^(.*?),? *[0-9]{4} *[-–] *[0-9]{4}\b`)
	sipriPercent = regexp.MustCompile(`(?i)\bas (?:a )?(?:percentage|share) of ([^,]+)$`)
	sipriMoney   = regexp.MustCompile(`(?i)\bin ((?:(?:thousand|million|billion)s? (?:of )?)?(?:(?:constant|current|local|US dollars)\b|US\$).*)$`)
	sipriEdition = regexp.MustCompile(`© *SIPRI *([0-9]{4})`)
)

// SIPRI reads one sheet of the workbook of SIPRI's Military Expenditure Database, saved
// as CSV:
//
//	"Military expenditure by country as percentage of gross domestic product, 1949-2024 © SIPRI 2025"
//	Country,Notes,2022,2023,2024
//	Europe
//	Ruritania,,1.5%,1.7%,1.9%
//
// The variable is the title up to the years, unless Options.Variable names it; so is its
// label. Shares are fractions in the workbook, shown with a per cent sign: if the file has
// the signs, the unit is per cent of what the title says; if not, Options.Unit must say
// whether they are "fraction of GDP" or "% of GDP". The unit of money is that of the title
// or of the column Currency, else that of Options.Unit. "..", ". .", "..." and "xxx" are
// gaps; lines of regions are left out. SIPRI tells estimates by colour, which CSV does not
// hold: a note of the sheet says so.
func SIPRI(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, sipriLayout())
	if err != nil {
		return nil, err
	}
	title, of, money := t.sipriTitle()
	for cells := t.next(); cells != nil; cells = t.next() {
		if i, ok := single(cells); ok && i <= t.at[inName] {
			continue // a region
		}
		s := t.series(cells)
		s.Variable, s.Label = cmp.Or(o.Variable, title), title
		switch {
		case s.Unit != "": // a currency
		case of != "":
			s.Unit = cmp.Or(o.Unit, "% of "+of)
		case money != "":
			s.Unit = money
		}
		t.keep(cells, s, 0)
	}
	if of != "" && o.Unit == "" {
		t.signed()
	}
	t.sheet.Notes = append(t.sheet.Notes, "SIPRI marks estimates and uncertain figures by colour, which the file does not hold: all figures are taken as observed.")
	t.sheet.Source.Publisher = cmp.Or(t.sheet.Source.Publisher, "SIPRI")
	return t.finish()
}

// sipriTitle finds what the figures are, and either of what they are per cent or in what
// money they are.
func (t *table) sipriTitle() (title, of, money string) {
	for _, text := range t.sheet.Titles {
		if edition := sipriEdition.FindStringSubmatch(text); edition != nil {
			t.source("SIPRI Military Expenditure Database, " + edition[1])
		}
		found := sipriTitle.FindStringSubmatch(text)
		if found == nil || title != "" {
			continue
		}
		title = found[1]
		if share := sipriPercent.FindStringSubmatch(title); share != nil {
			of = shortly(share[1])
		}
		if unit := sipriMoney.FindStringSubmatch(title); unit != nil {
			money = unit[1]
		}
	}
	t.source("SIPRI Military Expenditure Database")
	return title, of, money
}

// signed makes sure that all shares have a per cent sign.
func (t *table) signed() {
	for f := range t.figures() {
		if !f.percent {
			t.figureFault(f, `has no per cent sign, and SIPRI's sheet holds fractions: say in Options.Unit whether it is "fraction of GDP" or "% of GDP"`, scenario.ErrUnit)
			return
		}
	}
}
