package plotting

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// money shows costs, the darker the more, and savings in another colour.
func (p *plane) money() (planeView, error) {
	g := p.grid
	least, most := math.Inf(1), math.Inf(-1)
	for _, one := range p.all() {
		least, most = min(least, one.value), max(most, one.value)
	}
	largest := max(most, -least)
	m := moneyUpTo(largest, g.Dataset.Money)
	v := planeView{
		title:    fmt.Sprintf("%s would spend %s by %d", p.name, m.moreOrLess(least, most), g.Options.To),
		quantity: capital(g.Variable) + ", " + m.unit,
		words: []string{
			"Cost: spending less that of the counterfactual on the same growth, undiscounted",
			"Counterfactual: " + counterfactual(g.Against),
		},
		cell: func(one point) cell {
			c := cell{text: m.text(one.value), tone: tone{kind: shade}}
			if largest > 0 {
				c.tone.depth = math.Abs(one.value) / largest
			}
			if strings.HasPrefix(c.text, "-") {
				c.tone.kind = counter
			}
			return c
		},
	}
	if strings.HasPrefix(m.text(least), "-") {
		v.key = []keyEntry{
			{text: "saving", cell: &tone{kind: counter, depth: 0.6}},
			{text: "cost", cell: &tone{kind: shade, depth: 0.6}},
		}
	}
	return v, nil
}

// counterfactual names a baseline and says what it is.
func counterfactual(b projection.Baseline) string {
	if words := inWords(b.Response); words != "" {
		return b.Name + " (" + words + ")"
	}
	return b.Name
}

// A moneyScale is how amounts are written.
type moneyScale struct {
	unit     string
	per      float64 // by how much the unit is larger than that of the data set
	decimals int
}

// moneyUpTo scales a unit so that amounts up to one have few digits: 12,345 of
// "USD million, 2021 prices" are written as 12.3 "USD billion, 2021 prices".
func moneyUpTo(largest float64, unit string) moneyScale {
	m := moneyScale{unit: unit, per: 1}
	if largest >= 1000 && strings.Contains(unit, "million") {
		m.per, m.unit = 1000, strings.Replace(unit, "million", "billion", 1)
	}
	if largest/m.per >= 10_000 && strings.Contains(m.unit, "billion") {
		m.per, m.unit = 1000*m.per, strings.Replace(m.unit, "billion", "trillion", 1)
	}
	switch largest /= m.per; {
	case largest < 10:
		m.decimals = 2
	case largest < 100:
		m.decimals = 1
	}
	return m
}

// text writes an amount; one that rounds to nothing is 0.
func (m moneyScale) text(amount float64) string {
	digits := strconv.FormatFloat(math.Abs(amount)/m.per, 'f', m.decimals, 64)
	whole, rest, _ := strings.Cut(digits, ".")
	if strings.Trim(whole+rest, "0") == "" {
		return "0"
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	if amount < 0 {
		return "-" + whole
	}
	return whole
}

// moreOrLess says how much more is spent: "USD 12 to 40 billion more", "between
// USD 3 billion less and USD 40 billion more".
func (m moneyScale) moreOrLess(least, most float64) string {
	a, b := strings.TrimPrefix(m.text(least), "-"), strings.TrimPrefix(m.text(most), "-")
	switch lower := m.text(least) != a; {
	case lower && m.text(most) != b: // both are savings
		return m.sum(numberRange(b, a)) + " less"
	case lower && b == "0":
		return "up to " + m.sum(a) + " less"
	case lower:
		return "between " + m.sum(a) + " less and " + m.sum(b) + " more"
	case a == "0" && b != "0":
		return "up to " + m.sum(b) + " more"
	}
	return m.sum(numberRange(a, b)) + " more"
}

// numberRange is a range, or a single number if its ends read alike.
func numberRange(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

// sum puts a number into the unit, without the prices: "USD 12 billion".
func (m moneyScale) sum(number string) string {
	unit, _, _ := strings.Cut(m.unit, ",")
	if currency, scale, ok := strings.Cut(unit, " "); ok && strings.HasSuffix(scale, "illion") {
		return currency + " " + number + " " + scale
	}
	return number + " " + unit
}
