package plotting

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Fan shows the share of GDP of one member as a simulation has it: the published
// history as in [Paths], then bands that hold 90, 80 and 50% of all draws around
// the median, each with its range in the last year. What is asked of the member
// is drawn as horizontal lines, its deadlines as vertical ones; the chance of
// having reached the target by the deadline, or by the horizon if there is none
// before, stands over that year and in the title. It is counted along whole paths:
// bands hold for each year by itself. [BacktestFan] adds what really happened. The
// member is named by code or name.
func Fan(member string, e *projection.Ensemble) (*Figure, error) {
	f, err := fan(member, e)
	if err != nil {
		return nil, fmt.Errorf("Fan: %w", err)
	}
	return f, nil
}

func fan(member string, e *projection.Ensemble) (*Figure, error) {
	f, words, rs, err := fanned(member, e)
	if err != nil {
		return nil, err
	}
	m, err := rs[0].Member(member)
	if err != nil {
		return nil, err
	}
	f.Note = note(append(words, caveatsOn(m, rs))...)
	return f, nil
}

// fanned makes the figure without its note, the sentences of the note but for the
// caveats, and the run without luck.
func fanned(member string, e *projection.Ensemble) (*Figure, []string, []*projection.Result, error) {
	r, err := checkEnsemble(e)
	if err != nil {
		return nil, nil, nil, err
	}
	m, err := r.Member(member)
	if err != nil {
		return nil, nil, nil, err
	}
	steps, err := r.Milestones(m.Code)
	if err != nil {
		return nil, nil, nil, err
	}
	reach, err := r.Reach(m.Code)
	if err != nil {
		return nil, nil, nil, err
	}
	odds, err := oddsOf(reach, by([]projection.Reach{reach}), e)
	if err != nil {
		return nil, nil, nil, err
	}
	half, err := odds.half(e)
	if err != nil {
		return nil, nil, nil, err
	}
	median, err := e.Quantile(m.Code, 0.5)
	if err != nil {
		return nil, nil, nil, err
	}
	base := r.Options.Base
	bands, err := bandsOf(base, func(p float64) (scenario.Series, error) { return e.Quantile(m.Code, p) })
	if err != nil {
		return nil, nil, nil, err
	}
	rs := []*projection.Result{r}
	levels, moving, err := targets(rs, m, steps)
	if err != nil {
		return nil, nil, nil, err
	}
	end, _ := median.At(median.Last())
	c := &timeChart{base: base, since: since(r), headroom: 0.04, first: median.First(), last: r.Options.To, deadlines: deadlines(steps),
		history: median.Until(base),
		lines:   []timeLine{{label: "median: " + percent(end), values: from(median, base)}},
		bands:   bands,
		levels:  levels,
		finding: odds.mark(),
		ticks:   func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} },
	}
	words := append(assumptions(rs, m.Code), drawn(e), monteCarlo(odds.off), half, yearByYear, moving, estimates(c.history))
	words = append(words, remarks(rs, []string{m.Code})...)
	return &Figure{
		Title:    odds.title(bands[len(bands)-1]),
		Subtitle: fmt.Sprintf("%s: %s, %s", m.Name, asShare(rs), quoted(r.Scenario.Name)),
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		colours:  1,
		seed:     seedOf(e),
		chart:    c,
	}, words, rs, nil
}

// A yearBand is what a part of all draws lie in, each year by itself.
type yearBand struct {
	part      float64
	low, high scenario.Series // from the base year on
	count     bool            // of members; otherwise shares
}

// bandParts are the parts of all draws that bands hold, the widest first.
var bandParts = [...]float64{0.9, 0.8, 0.5}

// bandsOf gives the bands between quantiles of draws.
func bandsOf(base int, quantile func(p float64) (scenario.Series, error)) ([]yearBand, error) {
	var bands []yearBand
	for _, part := range bandParts {
		low, err := quantile((1 - part) / 2)
		if err != nil {
			return nil, err
		}
		high, err := quantile((1 + part) / 2)
		if err != nil {
			return nil, err
		}
		bands = append(bands, yearBand{part: part, low: from(low, base), high: from(high, base)})
	}
	return bands, nil
}

// label says how much the band holds, and what range it is in the last year.
func (b yearBand) label(words string) string {
	low, _ := b.low.At(b.low.Last())
	high, _ := b.high.At(b.high.Last())
	span := strings.TrimSuffix(percent(low), "%") + "\u2013" + percent(high)
	if b.count {
		span = fmt.Sprintf("%.0f\u2013%.0f", low, high)
	}
	return fmt.Sprintf("%.0f%%%s: %s", scenario.ToPercent(b.part), words, span)
}

// band is the area on the page.
func (b yearBand) band(c color.Color) *Band {
	band := &Band{Color: c}
	for o := range b.low.Observations() {
		if high, ok := b.high.At(o.Year); ok {
			band.Points = append(band.Points, BandPoint{X: float64(o.Year), Low: o.Value, High: high})
		}
	}
	return band
}

// tints are the colours of bands, the widest first: shades of the first scenario
// that differ from each other and from the background.
func (t Theme) tints() [len(bandParts)]color.Color {
	var all [len(bandParts)]color.Color
	for i, share := range []float64{0.84, 0.68, 0.46} {
		all[i] = mix(t.Colours[0], t.Background, share)
	}
	return all
}

// fanKey explains bands and lines.
func fanKey() []keyEntry {
	key := []keyEntry{publishedKey(), lineKey("median", func(t Theme) draw.LineStyle { return t.projected(0, lineWidth) })}
	words := " of draws"
	for i := range slices.Backward(bandParts[:]) {
		key = append(key, keyEntry{text: fmt.Sprintf("%.0f%%%s", scenario.ToPercent(bandParts[i]), words), box: true,
			colour: func(t Theme) color.Color { return t.tints()[i] }})
		words = ""
	}
	return key
}
