package plotting

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// YearTicks is a [plot.Ticker] that marks round years: every year, or every
// second, fifth, tenth, twentieth and so on, as many as are wanted at most but
// at least one. It works in any plot whose axis is in years.
type YearTicks struct {
	Most int // labels; 0: 8
}

// Ticks marks the years of an axis.
func (t YearTicks) Ticks(from, to float64) []plot.Tick {
	if !isRange(from, to) {
		return nil
	}
	first, last := int(math.Ceil(from)), int(math.Floor(to))
	step := 1
	for i := 0; years(first, last, step) > atMost(t.Most, 8, 1); i++ {
		step = []int{1, 2, 5}[i%3] * int(math.Pow10(i/3))
	}
	var ticks []plot.Tick
	for year := ceilTo(first, step); year <= last; year += step {
		ticks = append(ticks, plot.Tick{Value: float64(year), Label: strconv.Itoa(year)})
	}
	if len(ticks) == 0 { // no round year in a short range
		ticks = append(ticks, plot.Tick{Value: float64(last), Label: strconv.Itoa(last)})
	}
	return ticks
}

// isRange reports whether an axis can be divided: it has two ends, in order, and
// numbers so small that steps can be told apart.
func isRange(from, to float64) bool {
	const most = 1e9
	return from <= to && from >= -most && to <= most
}

// atMost is the number of labels that is wanted: usual if it is left open, and no
// less than what an axis needs.
func atMost(wanted, usual, least int) int {
	if wanted == 0 {
		return usual
	}
	return max(wanted, least)
}

// years counts the multiples of step from first to last.
func years(first, last, step int) int {
	if first > last {
		return 0
	}
	return (last-ceilTo(first, step))/step + 1
}

// ceilTo is the first multiple of step that is not below year.
func ceilTo(year, step int) int {
	return int(math.Ceil(float64(year)/float64(step))) * step
}

// PercentTicks is a [plot.Ticker] for a linear axis of fractions, such as shares
// of GDP, with labels in per cent: 0%, 1%, 2%.
type PercentTicks struct {
	Most   int  // labels; 0: 6
	Beyond bool // also the steps just beyond the ends, on which an axis with AutoRescale then ends
}

// Ticks marks the shares of an axis.
func (t PercentTicks) Ticks(from, to float64) []plot.Tick {
	if !isRange(from, to) {
		return nil
	}
	if to-from < 1e-12 {
		to = from + 0.01 // an axis needs a length
	}
	least := 2
	if from < 0 && to > 0 { // 0 is always marked
		least = 3
	}
	most := atMost(t.Most, 6, least)
	ticks := t.marks(from, to, most)
	for len(ticks) == 0 { // a short axis between two steps
		most++
		ticks = t.marks(from, to, most)
	}
	return ticks
}

// marks are the steps of an axis, of which there are at most so many with those
// beyond its ends.
func (t PercentTicks) marks(from, to float64, most int) []plot.Tick {
	step, decimals := roundStep(from*100, to*100, most)
	first, last := steps(from*100, to*100, step)
	var ticks []plot.Tick
	for n := range int(last-first) + 1 {
		i := first + float64(n)
		const rounding = 1e-9
		if !t.Beyond && (i < from*100/step-rounding || i > to*100/step+rounding) {
			continue
		}
		label := strconv.FormatFloat(math.Abs(i*step), 'f', decimals, 64) + "%"
		switch {
		case i == 0:
			label = "0%"
		case i < 0:
			label = "\u2212" + label
		}
		ticks = append(ticks, plot.Tick{Value: i * step / 100, Label: label})
	}
	return ticks
}

// countTicks is a [plot.Ticker] that marks whole numbers from 0 to the end of
// the axis, which is always marked.
type countTicks struct {
	most int // labels
}

// Ticks marks the numbers of an axis.
func (t countTicks) Ticks(_, end float64) []plot.Tick {
	total := int(end)
	step, _ := roundStep(0, end, max(t.most, 2))
	every := max(int(math.Round(step)), 1)
	var ticks []plot.Tick
	for n := 0; n < total; n += every {
		if n == 0 || 2*(total-n) >= every { // not so near to the total that labels would touch
			ticks = append(ticks, plot.Tick{Value: float64(n), Label: strconv.Itoa(n)})
		}
	}
	return append(ticks, plot.Tick{Value: float64(total), Label: strconv.Itoa(total)})
}

// roundStep is the smallest step of 1, 2 or 5 times a power of ten with which at
// most room ticks mark a range, and the decimals its multiples need.
func roundStep(from, to float64, room int) (step float64, decimals int) {
	if !(to > from) || math.IsInf(to-from, 0) {
		return 1, 0
	}
	for exp := int(math.Floor(math.Log10((to-from)/float64(room)))) - 1; ; exp++ {
		for _, m := range []float64{1, 2, 5} {
			step = m * math.Pow10(exp)
			if first, last := steps(from, to, step); last-first+1 <= float64(room) {
				return step, max(0, -exp)
			}
		}
	}
}

// steps numbers the first and the last multiple of a step that mark a range: at
// its ends or beyond.
func steps(from, to, step float64) (first, last float64) {
	const rounding = 1e-9
	return math.Floor(from/step + rounding), math.Ceil(to/step - rounding)
}

// signedTicks is a [plot.Ticker] that marks round numbers with their sign in a
// range, which may be smaller than the axis.
type signedTicks struct {
	from, to float64
	most     int // labels
}

// Ticks marks the numbers of a range.
func (t signedTicks) Ticks(_, _ float64) []plot.Tick {
	step, decimals := roundStep(0, t.to-t.from, max(t.most, 2))
	var ticks []plot.Tick
	for n := math.Ceil(t.from/step - 1e-9); n <= t.to/step+1e-9; n++ {
		ticks = append(ticks, plot.Tick{Value: n * step, Label: signed(n*step, decimals)})
	}
	return ticks
}

// signed writes a number with its sign: "+0.1", "−0.1", "0".
func signed(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	switch {
	case strings.Trim(text, "0.") == "":
		return "0"
	case v < 0:
		return "−" + text
	}
	return "+" + text
}
