package plotting

import (
	"fmt"
	"math"
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
	title := fmt.Sprintf("The chance that %s reaches %s %s lies between %s%% and %s%%", p.name, goal(asked, "its target"), when, chanceText(least), chanceText(most))
	if chanceText(least) == chanceText(most) {
		title = fmt.Sprintf("The chance that %s reaches %s %s is %s%%", p.name, goal(asked, "its target"), when, chanceText(least))
	}
	o := p.grid.Options
	seed := strconv.FormatUint(o.Seed, 10)
	return planeView{
		title:    title,
		quantity: "Chance of having reached " + goal(asked, "the target") + " " + when + ", per cent",
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

// money shows costs, in millions, billions or trillions.
func (p *plane) money() (planeView, error) {
	g := p.grid
	least, most := math.Inf(1), math.Inf(-1)
	for _, one := range p.all() {
		least, most = min(least, one.value), max(most, one.value)
	}
	largest := max(most, -least)
	per, unit, decimals := moneyScale(g.Dataset.Money, largest)
	text := func(v float64) string { return strconv.FormatFloat(v/per, 'f', decimals, 64) }
	view := planeView{
		title:    fmt.Sprintf("%s would spend %s up to %d", p.name, moreOrLess(least, most, unit, text), g.Options.To),
		quantity: capital(g.Variable) + ", " + unit,
		words: []string{
			"Cost: spending less that of the counterfactual on the same growth, undiscounted",
			"Counterfactual: " + counterfactual(g.Against),
		},
		cell: func(one point) cell {
			c := cell{text: text(one.value), tone: tone{kind: shade, depth: math.Abs(one.value) / max(largest, math.SmallestNonzeroFloat64)}}
			if one.value < 0 {
				c.tone.kind = counter
			}
			return c
		},
	}
	if least < 0 {
		view.key = []keyEntry{
			{text: "less than the counterfactual", cell: &tone{kind: counter, depth: 1}},
			{text: "more", cell: &tone{kind: shade, depth: 1}},
		}
	}
	return view, nil
}

// counterfactual names a baseline and says what it is.
func counterfactual(b projection.Baseline) string {
	if words := inWords(b.Response); words != "" {
		return b.Name + " (" + words + ")"
	}
	return b.Name
}

// moneyScale gives the unit in which money up to an amount has few digits, by
// how much larger it is, and its decimals: "USD million, 2021 prices" becomes
// "USD billion, 2021 prices".
func moneyScale(unit string, largest float64) (per float64, scaled string, decimals int) {
	per = 1
	for _, step := range [][2]string{{"million", "billion"}, {"billion", "trillion"}} {
		if largest/per >= 1000 && strings.Contains(unit, step[0]) {
			per, unit = per*1000, strings.Replace(unit, step[0], step[1], 1)
		}
	}
	switch largest /= per; {
	case largest >= 100:
		return per, unit, 0
	case largest >= 10:
		return per, unit, 1
	default:
		return per, unit, 2
	}
}

// moreOrLess says how much more is spent: "12 to 40 USD billion more", "between
// 3 less and 40 USD billion more". Only what is before a comma in the unit is
// said.
func moreOrLess(least, most float64, unit string, text func(float64) string) string {
	unit, _, _ = strings.Cut(unit, ",")
	size := func(v float64) string { return text(math.Abs(v)) }
	way := "more"
	switch {
	case least < 0 && most > 0:
		return fmt.Sprintf("between %s less and %s %s more", size(least), size(most), unit)
	case least < 0:
		way, least, most = "less", most, least
	}
	if size(least) == size(most) {
		return fmt.Sprintf("%s %s %s", size(least), unit, way)
	}
	return fmt.Sprintf("%s to %s %s %s", size(least), size(most), unit, way)
}
