package read

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

func weoLayout() layout {
	return layout{
		name:      "a file of the IMF's World Economic Outlook by country",
		needs:     `the column names "ISO" and "WEO Subject Code" (files by country group and of the IMF's newer data portal have others)`,
		separator: '\t',
		header:    func(cells []string) bool { return has(cells, "ISO", "WEO Subject Code") },
		columns: map[string]part{
			"weo country code": inNothing, "iso": inCode, "weo subject code": inVariable, "country": inName,
			"subject descriptor": inLabel, "subject notes": inNothing, "units": inUnit, "scale": inScale,
			"country/series-specific notes": inNothing, "estimates start after": inStart,
		},
		gaps: []string{"n/a", "--"},
		lax:  true,
	}
}

// WEO reads the database of the IMF's World Economic Outlook by country, a table
// separated by tabs that is called .xls and is as a rule UTF-16:
//
//	WEO Country Code	ISO	WEO Subject Code	Country	Subject Descriptor	...	Units	Scale	...	2023	2024	Estimates Start After
//	939	EST	NGDP_RPCH	Estonia	Gross domestic product, constant prices	...	Percent change		...	-2.744	-0.090	2024
//
// The variable is the subject code. "n/a" and "--" are gaps: the latter is not taken for
// zero. Years after the one in the last column are estimates. That column must be there;
// of lines that name no year in it, all years are estimates, and a warning says so. Commas
// group thousands. The IMF's newer data portal gives other files, which this does not
// read.
func WEO(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, weoLayout())
	if err != nil {
		return nil, err
	}
	t.need(map[part]string{inName: `"Country"`, inUnit: `"Units"`, inScale: `"Scale"`, inStart: `"Estimates Start After"`})
	undated := map[string]bool{} // members
	for cells := t.next(); cells != nil; cells = t.next() {
		if alone(cells) {
			t.title(cells)
			t.database(cells[0])
			continue
		}
		s := t.series(cells)
		last, ok := t.lastActual(t.text(cells, inStart))
		if !ok {
			undated[s.member()] = true
		}
		t.keep(cells, s, last)
	}
	t.sheet.Source.Publisher = cmp.Or(t.sheet.Source.Publisher, "IMF")
	t.source("World Economic Outlook database")
	if len(undated) > 0 {
		t.warn(`no year in "Estimates Start After", all years taken as estimates: %s`, some(slices.Sorted(maps.Keys(undated))))
	}
	return t.finish()
}

// lastActual is the year after which figures are estimates. ok is false where none is
// named; then every year is one.
func (t *table) lastActual(text string) (year int, ok bool) {
	year, _, ok = parseYear(text)
	switch {
	case ok:
		return year, true
	case text != "" && text != "0" && !slices.Contains(t.layout.gaps, text):
		t.fault(t.at[inStart], "Estimates Start After", text, "is not a year", scenario.ErrInvalid)
	}
	return noActual, false
}

// database takes the line below the figures: "International Monetary Fund, World
// Economic Outlook Database, October 2025".
func (t *table) database(text string) {
	title, ok := strings.CutPrefix(text, "International Monetary Fund, ")
	if !ok {
		return
	}
	t.source(title)
	if i := strings.LastIndex(title, ", "); i >= 0 {
		t.dated("January 2006", title[i+2:])
	}
}
