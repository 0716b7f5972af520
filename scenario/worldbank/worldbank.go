package worldbank

import (
	"bytes"
	_ "embed" // for the file of figures
	"fmt"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

//go:embed data/2021-10.csv
var file []byte

// MilitarySpending gives the edition "worldbank-2021-10", World Development
// Indicators as updated on 28 October 2021. It is a copy of the caller's own.
//
// Shares are the series MS.MIL.XPND.GD.ZS, for the members of NATO of 2026 also
// before they joined: 31 members, all but Iceland, which has no armed forces; 1960
// to 2020 for most, from 1992 or later for states that are younger.
//
// GDP is an index of real GDP, 2000 = 100, cumulated from the growth in the IMF's
// vintage 2021-10: from the year before the first published rate, 1989 for most,
// 2000 for Montenegro, to 2020. Growth is what it is for; money is in points of
// the index of each member, so that sums over members mean nothing. There is no
// series of spending: it is share times GDP, where both are there.
func MilitarySpending() *scenario.Dataset { return edition().Clone() }

// edition reads the embedded file once, when it is first asked for.
var edition = sync.OnceValue(func() *scenario.Dataset { return read(file) })

// read reads an embedded file, which must be whole.
func read(file []byte) *scenario.Dataset {
	d, err := scenario.ReadCSV(bytes.NewReader(file))
	if err != nil {
		panic(fmt.Errorf("worldbank: %w", err)) // the embedded file is broken, which the tests rule out
	}
	return d
}
