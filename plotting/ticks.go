package plotting

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// yearTicks marks round years from first to last: every year, or every second,
// fifth, tenth, twentieth and so on, as many as there is room for but at least
// one label.
func yearTicks(first, last, room int) []plot.Tick {
	step := 1
	for i := 0; years(first, last, step) > max(room, 1); i++ {
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

// percentTicks marks shares from 0 to the first step at or above top, a
// fraction, with labels in per cent: 0%, 1%, 2%. The last tick is the end of
// the axis.
func percentTicks(top float64, room int) []plot.Tick {
	step, decimals := roundStep(top*100, max(room, 2))
	var ticks []plot.Tick
	for i := 0; ; i++ {
		v := float64(i) * step
		label := strconv.FormatFloat(v, 'f', decimals, 64) + "%"
		if i == 0 {
			label = "0%"
		}
		ticks = append(ticks, plot.Tick{Value: v / 100, Label: label})
		if i > 0 && v >= top*100-1e-9 {
			return ticks
		}
	}
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

// countTicks marks whole numbers from 0 to total, which is always marked.
func countTicks(total, room int) []plot.Tick {
	step, _ := roundStep(float64(total), max(room, 2))
	every := max(1, int(math.Round(step)))
	var ticks []plot.Tick
	for n := 0; n < total; n += every {
		if n == 0 || 2*(total-n) >= every { // not so near to the total that labels would touch
			ticks = append(ticks, plot.Tick{Value: float64(n), Label: strconv.Itoa(n)})
		}
	}
	return append(ticks, plot.Tick{Value: float64(total), Label: strconv.Itoa(total)})
}
