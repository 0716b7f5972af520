package plotting

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// A money is a unit in which money can be read: billions, where the figures of a
// data set are in millions.
type money struct {
	currency string  // "USD"; all words of the data set if its unit is not understood
	scale    string  // "billion"; may be empty
	prices   string  // "2015 prices and exchange rates"; may be empty
	size     float64 // of the unit, in the unit of the data set
}

// scales are the words for units of money, from the smallest up, each a thousand
// times the one before.
var scales = [...]string{"", "thousand", "million", "billion", "trillion"}

// moneyOf is the unit for amounts up to the largest in the unit of a data set, such
// as "USD million, 2015 prices": the largest unit of which it is at least one. A
// unit without a word for its scale is left as it is, for it may be anything.
func moneyOf(unit string, largest float64) money {
	name, prices, _ := strings.Cut(unit, ",")
	m := money{currency: strings.TrimSpace(name), prices: strings.TrimSpace(prices), size: 1}
	for i, scale := range scales {
		currency, found := strings.CutSuffix(m.currency, " "+scale)
		if !found || scale == "" {
			continue
		}
		for ; i+1 < len(scales) && math.Abs(largest) >= 1000*m.size; i++ {
			m.size *= 1000
		}
		for ; i > 0 && math.Abs(largest) > 0 && math.Abs(largest) < m.size; i-- {
			m.size /= 1000
		}
		m.currency, m.scale = currency, scales[i]
		break
	}
	return m
}

// String names the unit and its prices: "USD billion, 2015 prices".
func (m money) String() string {
	return joinWords(", ", joinWords(" ", m.currency, m.scale), m.prices)
}

// amount writes money with its unit, in a sentence: "USD 21 billion".
func (m money) amount(v float64) string { return m.amounts("", v) }

// amounts writes several amounts with a word between them: "USD 21 or 75 billion".
func (m money) amounts(between string, vs ...float64) string {
	numbers := make([]string, len(vs))
	for i, v := range vs {
		numbers[i] = m.number(v)
	}
	text := strings.Join(numbers, between)
	if m.scale == "" {
		return joinWords(" ", text, m.currency)
	}
	return joinWords(" ", m.currency, text, m.scale)
}

// number writes money without its unit, with two figures at least but no more than
// two decimals.
func (m money) number(v float64) string {
	v /= m.size
	switch size := math.Abs(v); {
	case size >= 9.95 || size < 0.005:
		return number(v, 0)
	case size >= 0.995:
		return number(v, 1)
	default:
		return number(v, 2)
	}
}

// number writes a number with commas between thousands; rounded to 0 it has no sign.
func number(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	text = joinWords(".", whole, fraction)
	if v < 0 && strings.Trim(text, "0.") != "" {
		return "−" + text
	}
	return text
}

// joinWords joins those words that are not empty.
func joinWords(between string, words ...string) string {
	var some []string
	for _, w := range words {
		if w != "" {
			some = append(some, w)
		}
	}
	return strings.Join(some, between)
}

// moneyTicks is a [plot.Ticker] for an axis of money that begins or ends at 0 or
// passes through it, with labels in a readable unit and without it. The first and
// the last tick are the first steps at or beyond the ends of the axis. An axis
// shorter than what can be printed has a tick at 0 only.
type moneyTicks struct {
	unit money
	most int // labels
}

// Ticks marks the amounts of an axis.
func (t moneyTicks) Ticks(from, to float64) []plot.Tick {
	from, to = min(from, 0)/t.unit.size, max(to, 0)/t.unit.size
	if to-from <= 0.01 {
		return []plot.Tick{{Value: 0, Label: "0"}}
	}
	least := 2
	if from < 0 && to > 0 { // 0 is always marked
		least = 3
	}
	step, decimals := roundStep(from, to, max(t.most, least))
	var ticks []plot.Tick
	for i := math.Floor(from/step + 1e-9); ; i++ {
		label := number(i*step, decimals)
		if i == 0 {
			label = "0"
		}
		ticks = append(ticks, plot.Tick{Value: i * step * t.unit.size, Label: label})
		if i >= 0 && i*step >= to-1e-9*step {
			return ticks
		}
	}
}
