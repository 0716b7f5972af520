package plotting

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Calibration shows how often what really happened lay inside the bands of
// simulations: a bar of all outcomes for each band, divided into those below,
// inside and above it, with marks where the parts would end if the simulations
// were calibrated, and the same for one band by years ahead. An outcome is the
// share of GDP of one member in one year.
func Calibration(c *projection.Coverage) (*Figure, error) {
	f, err := calibration(c)
	if err != nil {
		return nil, fmt.Errorf("Calibration: %w", err)
	}
	return f, nil
}

func calibration(c *projection.Coverage) (*Figure, error) {
	if c == nil || c.Outcome == nil || len(c.Ensembles) == 0 || c.All.Outcomes == 0 {
		return nil, fmt.Errorf("the coverage is empty: make it with projection.Cover: %w", scenario.ErrInvalid)
	}
	rs, err := forecasts(c)
	if err != nil {
		return nil, err
	}
	b := &partBars{}
	for _, band := range c.All.Bands {
		b.rows = append(b.rows, bandRow(bandName(band), band))
	}
	chosen := len(c.All.Bands) / 2
	main := c.All.Bands[chosen]
	if len(c.Horizons) > 1 {
		b.rows = append(b.rows, partRow{})
		for _, h := range c.Horizons {
			if h.Outcomes > 0 {
				b.rows = append(b.rows, bandRow(bandName(main)+", "+yearsAhead(h.Ahead), h.Bands[chosen]))
			}
		}
	}
	words := append(outcomesInWords(c), assumptions(rs)...)
	words = append(words, simulated(c.Ensembles))
	words = append(words, remarks(rs, allCodes(rs))...)
	return &Figure{
		Title:    calibrationTitle(main, len(c.Ensembles), c.From, c.To),
		Subtitle: "Outcomes below, inside and above the simulated bands, per cent; marks: where each band should begin and end",
		Note:     note(append(words, caveats(rs, c.Outcome))...),
		Source:   source(rs, c.Outcome),
		editions: editionsOf(rs, c.Outcome),
		seed:     seedsOf(c.Ensembles),
		colours:  2,
		chart:    b,
		key: []keyEntry{
			{text: "inside the band", colour: func(t Theme) color.Color { return partColour(t, 1) }, box: true},
			{text: "below it (left) or above it (right)", colour: func(t Theme) color.Color { return partColour(t, 0) }, box: true},
		},
	}, nil
}

// forecasts gives the central run of each simulation, with the warnings of the
// simulation, and the first with those of the coverage.
func forecasts(c *projection.Coverage) ([]*projection.Result, error) {
	var rs []*projection.Result
	for i, e := range c.Ensembles {
		r, err := checkEnsemble(e)
		if err != nil {
			return nil, fmt.Errorf("ensemble %d: %w", i+1, err)
		}
		if i == 0 {
			r.Warnings = slices.Concat(c.Warnings, r.Warnings)
		}
		rs = append(rs, r)
	}
	if named, err := apart(rs); err == nil { // members forecast apart may share a name
		return named, nil
	}
	return rs, nil
}

// bandRow is the row of a band: below, inside, above.
func bandRow(name string, b projection.Band) partRow {
	of := func(n int) float64 { return float64(n) / float64(b.N) }
	return partRow{
		name: name, parts: [3]float64{of(b.Below), b.Share(), of(b.Above)},
		due:    [2]float64{(1 - b.Nominal) / 2, (1 + b.Nominal) / 2},
		beside: fmt.Sprintf("%d of %d inside", b.Inside, b.N),
	}
}

// bandName names a band by what it should hold.
func bandName(b projection.Band) string { return wholePercent(b.Nominal) + " band" }

func yearsAhead(n int) string {
	if n == 1 {
		return "1 year ahead"
	}
	return fmt.Sprintf("%d years ahead", n)
}

// outcomesInWords says what is counted.
func outcomesInWords(c *projection.Coverage) []string {
	text := fmt.Sprintf("An outcome is the share of one member in one year, by edition %s: %s in all", c.Outcome.Edition, thousands(c.All.Outcomes))
	if n := c.All.Estimated; n > 0 {
		text += fmt.Sprintf(", %s of them estimates of the source", thousands(n))
	}
	missing := ""
	if n := c.All.Missing; n > 0 {
		missing = fmt.Sprintf("Left out: %s that were simulated but have no figure to compare with", thousands(n))
	}
	return []string{text, missing,
		"Outcomes hang together over members and years, and say less than as many separate trials"}
}

// simulated says from where the simulations start and how many draws there are; what
// is the same for all is said once, and the base years of many as ranges.
func simulated(es []*projection.Ensemble) string {
	var from, how []string
	var bases []int
	for _, e := range es {
		from, how = append(from, fmt.Sprint(e.Options().Base)), append(how, drawn(e))
		bases = append(bases, e.Options().Base)
	}
	slices.Sort(bases)
	if bases = slices.Compact(bases); len(bases) > maxOrigins {
		each := list(once(ranged(how)))
		if strings.Contains(seedsOf(es), ",") {
			each = strings.Replace(each, " seed ", " seeds ", 1)
		}
		return fmt.Sprintf("Simulated from %d base years, %s, with %s", len(bases), inYears(bases), each)
	}
	if same := slices.Compact(slices.Clone(how)); len(same) == 1 {
		how = slices.Repeat([]string{""}, len(how))
		how[len(how)-1] = ", with " + same[0]
	} else {
		for i := range how {
			how[i] = " with " + how[i]
		}
	}
	for i := range from {
		from[i] += how[i]
	}
	return "Simulated from " + list(from)
}

// calibrationTitle states how often outcomes lay inside a band and what that says.
func calibrationTitle(b projection.Band, simulations, from, to int) string {
	const enough = 20 // outcomes for a verdict
	if b.N < enough {
		return fmt.Sprintf("%d of %s fell inside the %s, too few to judge by", b.Inside, outcomes(b.N), bandName(b))
	}
	were := "the simulation was "
	if simulations > 1 {
		were = "the simulations were "
	}
	when := fmt.Sprintf("of %d", from)
	if to > from {
		when = fmt.Sprintf("of %d to %d", from, to)
	}
	return fmt.Sprintf("Outcomes %s fell inside the %s %s of the time: %s%s", when, bandName(b), wholePercent(b.Share()), were, verdict(b))
}

// outcomes counts outcomes.
func outcomes(n int) string {
	if n == 1 {
		return "1 outcome"
	}
	return fmt.Sprintf("%s outcomes", thousands(n))
}

// verdict is what a band says about a simulation. It is about right if the part of
// the outcomes inside is within 5 percentage points, or within two standard errors
// of as many separate trials, of what it should be.
func verdict(b projection.Band) string {
	off := b.Share() - b.Nominal
	if math.Abs(off) <= max(0.05, 2*math.Sqrt(b.Nominal*(1-b.Nominal)/float64(b.N))) {
		return "about right"
	}
	text := "too sure"
	if off > 0 {
		text = "too cautious"
	}
	switch {
	case off < 0 && b.Above > 2*b.Below:
		text += " and too low"
	case off < 0 && b.Below > 2*b.Above:
		text += " and too high"
	}
	return text
}
