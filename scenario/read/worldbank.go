package read

import (
	"cmp"
	"io"
	"strings"
	"time"
	"unicode"
)

func worldBankLayout() layout {
	return layout{
		name:   "a file of the World Bank",
		needs:  `the column names "Country Name" and "Country Code"`,
		header: func(cells []string) bool { return has(cells, "Country Name", "Country Code") },
		columns: map[string]part{
			"country name": inName, "country code": inCode,
			"indicator name": inLabel, "indicator code": inVariable,
			"series name": inLabel, "series code": inVariable,
		},
		gaps: []string{".."},
	}
}

// WorldBank reads an indicator file as the World Bank's site gives it for download as
// CSV, and the export of its DataBank:
//
//	"Data Source","World Development Indicators",
//
//	"Last Updated Date","2021-10-28",
//
//	"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
//	"Belgium","BEL","Military expenditure (% of GDP)","MS.MIL.XPND.GD.ZS","0.893042950353347","1.08084225652653",
//
// The variable is the code of the indicator; the unit is what its name ends in, in
// brackets. All figures are taken as observed, since the file marks no estimates. Its
// lines are countries and groups of countries, which Members.Only tells apart.
func WorldBank(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, worldBankLayout())
	if err != nil {
		return nil, err
	}
	t.need(map[part]string{inVariable: `"Indicator Code"`, inLabel: `"Indicator Name"`})
	for cells := t.next(); cells != nil; cells = t.next() {
		if alone(cells) {
			t.title(cells)
			t.databank(cells[0])
			continue
		}
		s := t.series(cells)
		if found := insideBraces.FindStringSubmatch(s.Label); found != nil {
			s.Unit = found[1]
		}
		t.keep(cells, s, 0)
	}
	for _, row := range t.titles {
		switch {
		case len(row) < 2:
		case strings.EqualFold(row[0], "Data Source"):
			t.source(row[1])
		case strings.EqualFold(row[0], "Last Updated Date"):
			t.dated(time.DateOnly, row[1])
		}
	}
	t.sheet.Source.Publisher = cmp.Or(t.sheet.Source.Publisher, "World Bank")
	return t.finish()
}

// databank takes what the DataBank writes below its figures.
func (t *table) databank(text string) {
	if database, ok := strings.CutPrefix(text, "Data from database: "); ok {
		t.source(database)
	}
	if day, ok := strings.CutPrefix(text, "Last Updated: "); ok {
		t.dated("01/02/2006", day)
	}
}

// source and dated take what the file says where Options.Source does not.
func (t *table) source(title string) {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, title)
	t.sheet.Source.Title = cmp.Or(t.sheet.Source.Title, strings.Clone(plain))
}

func (t *table) dated(layout, day string) {
	if d, err := time.Parse(layout, day); err == nil && t.sheet.Source.Date.IsZero() {
		t.sheet.Source.Date = d
	}
}
