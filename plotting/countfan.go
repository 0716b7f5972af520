package plotting

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// CountFanOptions are what the number of members at their target in a simulation is
// set beside. The zero value is nothing.
type CountFanOptions struct {
	Beside    []*projection.Result // scenarios without luck, a line for each
	Announced []AnnouncedCount     // what somebody said there would be, a mark for each
	Outcome   *scenario.Dataset    // a later edition that says what happened; nil: nothing is known of it
}

// CountFan shows how many members are at their target in each year of a simulation:
// the published years, then bands that hold at least 90, 80 and 50% of all draws
// around the median, counted draw by draw, on an axis that ends at the number of
// members who are asked. Beside it stand what was projected without luck, as dashed
// lines; what was announced, as diamonds, which the key explains and which have labels
// where there is room; and what really happened, as a solid line with dots, hollow
// where the source calls a figure an estimate. The grey line before is then the history
// as the edition of the simulation printed it. The title is about the year of the first
// number announced; otherwise about the deadline or the horizon or, of an outcome, the
// last year that is observed.
//
// The results must start from the edition and base year of the simulation, run to its
// horizon, and ask the same members for the same share.
func CountFan(e *projection.Ensemble, o CountFanOptions) (*Figure, error) {
	f, err := countFan(e, o)
	if err != nil {
		return nil, fmt.Errorf("CountFan: %w", err)
	}
	return f, nil
}

func countFan(e *projection.Ensemble, o CountFanOptions) (*Figure, error) {
	r, err := checkEnsemble(e)
	if err != nil {
		return nil, err
	}
	if asked(r) == 0 {
		return nil, errNothingAsked
	}
	rs := append([]*projection.Result{r}, o.Beside...)
	f, words, err := counts(rs)
	if err != nil {
		return nil, err
	}
	if err := checkOneCount(rs); err != nil {
		return nil, err
	}
	if err := checkAnnounced(o.Announced, r); err != nil {
		return nil, err
	}
	c := f.chart.(*timeChart)
	if err := c.fanOut(e); err != nil {
		return nil, err
	}
	said := append(assumptions(rs), drawn(e), withoutLuck(o.Beside, len(rs)), countedTogether)
	for _, a := range o.Announced {
		chance, err := a.chance(e)
		if err != nil {
			return nil, err
		}
		c.points, f.key, said = append(c.points, a.point()), append(f.key, a.key()), append(said, chance)
	}
	words = append(said, words...)
	f.Subtitle += "; simulated: " + quoted(r.Scenario.Name)
	f.seed = seedOf(e)
	if o.Outcome != nil {
		return f, o.setBeside(f, e, rs, words)
	}
	f.Note = note(append(words, estimates(c.history), caveats(rs))...)
	f.Title, err = countFanTitle(e, r, o.Announced, c.bands)
	return f, err
}

// setBeside adds what really happened to a figure, and writes its note of the sentences
// given and those about the outcome.
func (o CountFanOptions) setBeside(f *Figure, e *projection.Ensemble, rs []*projection.Result, words []string) error {
	outcome, err := happenedTo(rs, o.Outcome)
	if err != nil {
		return err
	}
	year, err := o.comparedIn(rs, outcome)
	if err != nil {
		return err
	}
	c, happened := f.chart.(*timeChart), outcome.Count()
	printed := c.history
	end, _ := happened.Observe(happened.Last())
	c.printed, c.history = []scenario.Series{printed}, scenario.Series{}
	c.since = "simulated from"
	c.first, c.last = min(c.first, happened.First()), max(c.last, end.Year)
	c.outcome = timeLine{label: whatHappened(fmt.Sprintf("%.0f", end.Value), end), values: happened}
	f.Source, f.editions = source(rs, o.Outcome), editionsOf(rs, o.Outcome)
	words = append(words, c.happenedBy(o.Outcome), estimatesMarked(happened))
	words = append(words, onOutcome(outcome, printed, rs[0])...)
	f.Note = note(append(words, caveats(rs, o.Outcome))...)
	f.Title, err = countFanOutcome(e, outcome, year, c.bands)
	return err
}

// countedTogether is what a figure with bands of a number of members must say.
const countedTogether = "Members are counted together in each draw; bands hold for each year by itself, and as whole numbers for at least that part of the draws"

// fanOut puts the draws in the place of the run without luck, which is the first line.
func (c *timeChart) fanOut(e *projection.Ensemble) (err error) {
	if c.bands, err = bandsOf(c.base, e.CountQuantile); err != nil {
		return err
	}
	for i := range c.bands {
		c.bands[i].count = true
	}
	median, err := e.CountQuantile(0.5)
	if err != nil {
		return err
	}
	end, _ := median.At(median.Last())
	c.lines[0] = timeLine{label: fmt.Sprintf("median: %.0f", end), values: from(median, c.base)}
	c.steps = false
	return nil
}

// comparedIn is the year in which the simulation is compared with what happened: that
// of the first announcement if it is known by then.
func (o CountFanOptions) comparedIn(rs []*projection.Result, outcome *projection.Record) (int, error) {
	for _, a := range o.Announced {
		if _, ok := outcome.Count().At(a.Year); ok {
			return a.Year, nil
		}
	}
	return comparedIn(rs, outcome.Count(), outcome.Dataset)
}
