package read

import (
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Sheet is what a file says: yearly series by member and variable, each in the unit
// of the file. Nothing is converted.
type Sheet struct {
	Series   []Series        // in the order of the file
	Source   scenario.Source // as far as the file or Options.Source names it, with the SHA-256 of the file
	Titles   []string        // lines of text above, between and below the figures
	Notes    []string        // caveats that hold for every use of the figures
	Warnings []error         // what was left out, or cannot be told from the file
}

// A Series is the figures of one member and variable. What a file does not have is
// empty.
type Series struct {
	Code     string          // of the member, as in the file: as a rule ISO 3166 alpha-3
	Name     string          // of the member, without footnote marks
	Variable string          // for example "NGDP_RPCH"
	Label    string          // the variable in words, for example "Gross domestic product, constant prices"
	Unit     string          // for example "Percent change"
	Scale    string          // what figures are multiples of, for example "Billions"
	Line     int             // of the file
	Values   scenario.Series // in Unit and Scale; Edition is empty

	column int // of the file, at which the code begins; 0: it has none
}

// Variables lists the variables in the order of the file.
func (s *Sheet) Variables() []string {
	var names []string
	known := map[string]bool{}
	for i := range s.Series {
		if v := s.Series[i].Variable; !known[v] {
			known[v], names = true, append(names, v)
		}
	}
	return names
}

// member is how messages name the member of a series.
func (s *Series) member() string {
	if s.Name == "" {
		return s.Code
	}
	return s.Name
}

// money is the unit of figures that are no shares: "U.S. dollars, billions".
func (s *Series) money() string {
	if s.Scale == "" || strings.EqualFold(s.Scale, "units") {
		return s.Unit
	}
	return s.Unit + ", " + strings.ToLower(s.Scale)
}
