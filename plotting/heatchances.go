package plotting

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// chances shows chances in per cent.
func (p *plane) chances() (planeView, error) {
	asked := p.asked()
	if len(asked) == 0 {
		return planeView{}, p.nothingAsked()
	}
	least, most, worst := math.Inf(1), math.Inf(-1), 0.0
	for _, one := range p.all() {
		if !math.IsNaN(one.value) {
			least, most, worst = min(least, one.value), max(most, one.value), max(worst, 100*one.chance.StdErr)
		}
	}
	when := strings.TrimPrefix(p.grid.Variable, "chance ") // "by 2035", "by the deadline or the horizon"
	if !slices.ContainsFunc(asked, func(r projection.Reach) bool { return r.Deadline == 0 || r.Deadline > r.To }) {
		when = strings.TrimSuffix(when, " or the horizon")
	}
	title := fmt.Sprintf("The chance that %s reaches %s %s lies between %s%% and %s%%", p.name, goal(p.grid.Dataset, asked, "its target"), when, chanceText(least), chanceText(most))
	if chanceText(least) == chanceText(most) {
		title = fmt.Sprintf("The chance that %s reaches %s %s is %s%%", p.name, goal(p.grid.Dataset, asked, "its target"), when, chanceText(least))
	}
	o := p.grid.Options
	seed := strconv.FormatUint(o.Seed, 10)
	return planeView{
		title:    title,
		quantity: "Chance of having reached " + goal(p.grid.Dataset, asked, "the target") + " " + when + ", per cent",
		words:    []string{fmt.Sprintf("%s draws, seed %s, in each cell", thousands(o.Draws), seed), monteCarlo(worst)},
		seed:     seed,
		cell:     func(one point) cell { return chanceCell(one.value) },
	}, nil
}

// chanceCell is a chance in per cent; NaN where nothing is asked.
func chanceCell(percent float64) cell {
	if math.IsNaN(percent) {
		return cell{text: "–"}
	}
	return cell{text: chanceText(percent), tone: tone{kind: shade, depth: min(max(percent/100, 0), 1)}}
}

// chanceText is a chance in whole per cent. Only what is certain reads as 0 or
// 100.
func chanceText(percent float64) string {
	switch {
	case percent != 0 && percent < 1:
		return "<1"
	case percent != 100 && percent > 99:
		return ">99"
	}
	return strconv.FormatFloat(percent, 'f', 0, 64)
}

// monteCarlo says how far chances may be off because draws are not infinitely
// many, rounded up so that it never reads as nothing.
func monteCarlo(worst float64) string {
	if worst == 0 {
		return ""
	}
	return fmt.Sprintf("Monte Carlo standard error: at most %.1f percentage points", math.Ceil(10*worst)/10)
}
