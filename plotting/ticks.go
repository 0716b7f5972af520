package plotting

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// yearTicks is a [plot.Ticker] that marks round years: every year, or every
// second, fifth, tenth, twentieth and so on, as many as there is room for but
// at least one.
type yearTicks struct {
	most int // labels
}

// Ticks marks the years of an axis.
func (t yearTicks) Ticks(from, to float64) []plot.Tick {
	first, last := int(math.Ceil(from)), int(math.Floor(to))
	step := 1
	for i := 0; years(first, last, step) > max(t.most, 1); i++ {
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

// percentTicks is a [plot.Ticker] for an axis of fractions that begins at 0,
// with labels in per cent: 0%, 1%, 2%. The last tick is the first step at or
// above the end of the axis, so that an axis with AutoRescale ends on a tick.
type percentTicks struct {
	most int // labels
}

// Ticks marks the shares of an axis.
func (t percentTicks) Ticks(_, end float64) []plot.Tick {
	step, decimals := roundStep(end*100, max(t.most, 2))
	var ticks []plot.Tick
	for i := 0; ; i++ {
		v := float64(i) * step
		label := strconv.FormatFloat(v, 'f', decimals, 64) + "%"
		if i == 0 {
			label = "0%"
		}
		ticks = append(ticks, plot.Tick{Value: v / 100, Label: label})
		if i > 0 && v >= end*100-1e-9 {
			return ticks
		}
	}
}

// countTicks is a [plot.Ticker] that marks whole numbers from 0 to the end of
// the axis, which is always marked.
type countTicks struct {
	most int // labels
}

// Ticks marks the numbers of an axis.
func (t countTicks) Ticks(_, end float64) []plot.Tick {
	total := int(end)
	step, _ := roundStep(end, max(t.most, 2))
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
// most room ticks lie between 0 and top, and the decimals its multiples need.
func roundStep(top float64, room int) (step float64, decimals int) {
	if !(top > 0) || math.IsInf(top, 0) {
		return 1, 0
	}
	for exp := int(math.Floor(math.Log10(top/float64(room)))) - 1; ; exp++ {
		for _, m := range []float64{1, 2, 5} {
			if step = m * math.Pow10(exp); math.Ceil(top/step-1e-9)+1 <= float64(room) {
				return step, max(0, -exp)
			}
		}
	}
}

// signedTicks is a [plot.Ticker] that marks round numbers with their sign in a
// range, which may be smaller than the axis.
type signedTicks struct {
	from, to float64
	most     int // labels
}

// Ticks marks the numbers of a range.
func (t signedTicks) Ticks(_, _ float64) []plot.Tick {
	step, decimals := roundStep(t.to-t.from, max(t.most, 2))
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
