package read

import (
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Limits of a sheet, besides those of files in package scenario.
const (
	MaxSeries  = 20_000    // lines of figures in a file; the whole WEO database has 9,000
	MaxFigures = 1_000_000 // figures that are kept of them
)

// Options says what a file does not say itself. The zero value fits the files of the
// World Bank and the IMF as they are published.
type Options struct {
	Separator rune // between cells: ',', ';' or '\t'; 0: the one that makes a line of column names of the layout
	// Decimal is the decimal mark, '.' or ','. 0: the only one with which all figures of
	// the file can be read. Where both will do, as with 1.234, it is a point in a file
	// separated by commas; 1,234 is an error, except in the IMF's file.
	Decimal rune
	// Unit is that of the figures where the file states none: "% of GDP",
	// "fraction of GDP". One that differs from what the file states is an error.
	Unit     string
	Variable string   // name of the figures where the file has none
	Only     []string // variables to keep; nil: all
	Model    string   // the one to keep of an IAMC file; empty: the only one
	Scenario string   // the one to keep of an IAMC file; empty: the only one

	Source scenario.Source // fills in what the file does not say of its source
}

func (o Options) check() error {
	var f faults
	if o.Separator != 0 && !strings.ContainsRune(separators, o.Separator) {
		f.add("Options.Separator", o.Separator, `is none of ',', ';' and '\t'`, scenario.ErrInvalid)
	}
	if o.Decimal != 0 && o.Decimal != '.' && o.Decimal != ',' {
		f.add("Options.Decimal", o.Decimal, "is neither '.' nor ','", scenario.ErrInvalid)
	}
	return f.err()
}
