package plotting

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// money shows costs, the darker the more, and savings in another colour.
func (p *plane) money() (planeView, error) {
	g := p.grid
	least, most := math.Inf(1), math.Inf(-1)
	for _, one := range p.all() {
		least, most = min(least, one.value), max(most, one.value)
	}
	largest := max(most, -least)
	m := moneyOf(g.Dataset.Money, largest/10) // so that costs that differ a little can be told apart
	first, last, than := g.Options.Base+1, g.Options.To, quoted(g.Against.Name)
	v := planeView{
		title:    fmt.Sprintf("%s would spend %s by %d than in %s", p.name, m.moreOrLess(least, most), last, than),
		quantity: fmt.Sprintf("%s above the counterfactual %s, %d to %d, %s", capital(g.Dataset.Quantity), than, first, last, m),
		words:    []string{"Cost: the sum of the yearly differences on the same growth, not discounted", counterfactual(g.Against, g.Dataset)},
		cell: func(one point) cell {
			c := cell{text: m.number(one.value), tone: tone{kind: shade}}
			if largest > 0 {
				c.tone.depth = math.Abs(one.value) / largest
			}
			if m.number(one.value) != m.number(math.Abs(one.value)) {
				c.tone.kind = counter
			}
			return c
		},
	}
	if m.number(least) != m.number(math.Abs(least)) {
		v.key = []keyEntry{
			{text: "saving", cell: &tone{kind: counter, depth: 0.6}},
			{text: "cost", cell: &tone{kind: shade, depth: 0.6}},
		}
	}
	return v, nil
}

// counterfactual says what a baseline assumes.
func counterfactual(b projection.Baseline, d *scenario.Dataset) string {
	return "Counterfactual " + quoted(b.Name) + ": " + joinWords("; ", inWords(b.Pledge, d), inWords(b.Response, d))
}

// moreOrLess says how much more is spent: "USD 12 to 40 billion more", "between
// USD 3 billion less and USD 40 billion more".
func (m money) moreOrLess(least, most float64) string {
	switch {
	case m.number(least) == "0" && m.number(most) == "0":
		return "no more"
	case m.number(least) == m.number(most) && most < 0:
		return m.amount(-most) + " less"
	case m.number(least) == m.number(most):
		return m.amount(most) + " more"
	case m.number(least) == "0":
		return "up to " + m.amount(most) + " more"
	case m.number(most) == "0":
		return "up to " + m.amount(-least) + " less"
	case least > 0:
		return m.amounts(" to ", least, most) + " more"
	case most < 0:
		return m.amounts(" to ", -most, -least) + " less"
	default:
		return "between " + m.amount(-least) + " less and " + m.amount(most) + " more"
	}
}
