package projection

import (
	"fmt"
	"iter"
	"math"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// A ChanceReliability sets the chances of having reached what is asked, as one
// scenario gave them, beside how often it was reached: of what is given a chance of
// 30%, three in ten should happen. Members that were there in the base year are left
// out, since their chance is certain. [Backtest.Chances] makes it; a [Reliability] is
// about bands.
type ChanceReliability struct {
	Scenario string      // whose chances
	Bins     []ChanceBin // ten of equal width, in order
	N        int         // chances with an outcome
	Brier    float64     // their mean Brier score

	// The Brier score is Reliability - Resolution + Uncertainty + Within (Murphy, A New
	// Vector Partition of the Probability Score, 1973; Stephenson, Coelho and Jolliffe,
	// 2008, for chances that differ inside a bin).
	Reliability float64 // mean squared distance of chance and frequency by bin; 0 is calibrated
	Resolution  float64 // mean squared distance of the frequencies of bins from that of all; larger is better
	Uncertainty float64 // variance of what happened, which no forecast changes
	Within      float64 // what chances that differ inside a bin add

	Warnings []error // too few chances for the scores

	backtest *Backtest
}

// A ChanceBin counts the chances from one number up to another.
type ChanceBin struct {
	From, To float64 // the chances in it, as fractions: From included, To not unless it is 1
	N        int     // chances in it
	Mean     float64 // of the chances; NaN if there are none
	Reached  int     // how many of them came true
}

// Frequency is the part of the chances that came true; NaN if there are none.
func (b ChanceBin) Frequency() float64 { return part(b.Reached, b.N) }

// chanceBins is the number of bins.
const chanceBins = 10

// Chances sets the chances of a scenario of having reached what is asked beside what
// happened, over all horizons and origins; [Backtest.Where] chooses some. How often
// outcomes lay inside its bands is for [Backtest.Coverage]. With fewer chances than
// BacktestOptions.MinOutcomes there are no scores. An error is returned if there are
// none.
func (b *Backtest) Chances(name string) (*ChanceReliability, error) {
	if err := b.find(name); err != nil {
		return nil, err
	}
	r := &ChanceReliability{Scenario: name, Bins: make([]ChanceBin, chanceBins), backtest: b}
	chances, scores := make([][]float64, chanceBins), []float64(nil)
	reached := 0
	for _, f := range b.Forecasts {
		if f.Scenario != name || !f.Open() {
			continue
		}
		i := min(int(f.Chance*chanceBins+1e-9), chanceBins-1)
		chances[i] = append(chances[i], f.Chance)
		scores = append(scores, Brier(f.Chance, f.Reached))
		if f.Reached {
			r.Bins[i].Reached++
			reached++
		}
	}
	if r.N = len(scores); r.N == 0 {
		return nil, &scenario.FieldError{Scenario: name, Field: "Chances", Problem: "has no chance with an outcome: nothing is asked of a member that was not there already", Err: scenario.ErrMissing}
	}
	rate := part(reached, r.N)
	r.Uncertainty = rate * (1 - rate)
	for i := range r.Bins {
		bin := &r.Bins[i]
		bin.From, bin.To = part(i, chanceBins), part(i+1, chanceBins)
		bin.N, bin.Mean = len(chances[i]), stat.Mean(chances[i], nil)
		if bin.N > 0 {
			weight := part(bin.N, r.N)
			r.Reliability += weight * math.Pow(bin.Mean-bin.Frequency(), 2)
			r.Resolution += weight * math.Pow(bin.Frequency()-rate, 2)
		}
	}
	r.Brier = stat.Mean(scores, nil)
	r.Within = r.Brier - (r.Reliability - r.Resolution + r.Uncertainty)
	if r.N < b.Options.MinOutcomes {
		r.Warnings = append(r.Warnings, fmt.Errorf("%s: too few chances for scores, %d where %d are needed", name, r.N, b.Options.MinOutcomes))
		for _, score := range []*float64{&r.Brier, &r.Reliability, &r.Resolution, &r.Uncertainty, &r.Within} {
			*score = math.NaN()
		}
	}
	return r, nil
}

// About says what the numbers are.
func (r *ChanceReliability) About() About {
	a := About{Title: "Chances of having reached what is asked, and how often it was reached"}
	if r == nil || r.backtest == nil {
		return a
	}
	title := a.Title
	a = r.backtest.about(title)
	a.Lines = "chance"
	a.Notes = append([]string{
		"Of members that were not there in the base year. Chances are calibrated if as many come true as the mean chance says.",
		"The Brier score is reliability (0: calibrated) less resolution (how far the bins differ in what happened) plus uncertainty (the variance of what happened) plus what chances that differ inside a bin add.",
	}, a.Notes...)
	a.Warnings = append(a.Warnings, r.Warnings...)
	return a
}

// Rows yields the numbers of each bin, and the Brier score with its parts for all.
func (r *ChanceReliability) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if r == nil || r.backtest == nil {
			return
		}
		add := func(bin, variable, unit string, v float64) bool {
			return yield(Row{Scenario: r.Scenario, Member: AllMembers, Name: everybodyInWords, Case: bin, Variable: variable, Unit: unit, Stat: StatScore, Value: v})
		}
		for _, b := range r.Bins {
			name := fmt.Sprintf("%s%% to %s%%", percents(b.From), percents(b.To))
			if !(add(name, "chances", UnitOutcomes, float64(b.N)) &&
				add(name, "mean chance", UnitChance, scenario.ToPercent(b.Mean)) &&
				add(name, "reached", UnitOutcome, scenario.ToPercent(b.Frequency()))) {
				return
			}
		}
		if !add("all", "chances", UnitOutcomes, float64(r.N)) {
			return
		}
		for _, c := range []struct {
			variable string
			value    float64
		}{{"Brier score", r.Brier}, {"reliability", r.Reliability}, {"resolution", r.Resolution}, {"uncertainty", r.Uncertainty}, {"within bins", r.Within}} {
			if !add("all", c.variable, UnitBrier, c.value) {
				return
			}
		}
	}
}
