package plotting

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Gap shows how far members lie below the share of GDP that is asked of them in
// the end, in published and projected years: beside each other as a share of GDP and
// in money, in columns that are hollow for estimates of the source and lighter for
// projected years. For one member the share is its path with the target and the
// area between them. For several both are the sum of what each of them lacks,
// since one's surplus fills no other's gap. Members are named by code or name; none
// means all. Those of whom nothing is asked are left out and named in the note; the
// others must be asked for the same. A year in which any figure is missing is a gap.
// An edition without GDP has no money: projection.Run refuses it.
func Gap(r *projection.Result, members ...string) (*Figure, error) {
	f, err := gap(r, members)
	if err != nil {
		return nil, fmt.Errorf("Gap: %w", err)
	}
	return f, nil
}

func gap(r *projection.Result, members []string) (*Figure, error) {
	rs := []*projection.Result{r}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	who, err := summedOf(members, rs)
	if err != nil {
		return nil, err
	}
	who, target, idle, err := askedOf(r, who)
	if err != nil {
		return nil, err
	}
	share, money, err := r.GroupGapTo(target, who.codes...)
	if err != nil {
		return nil, err
	}
	due, err := dueDates(rs, who.codes)
	if err != nil {
		return nil, err
	}
	base, unit := r.Options.Base, moneyUpTo(r, money)
	left := &timeChart{base: base, since: since(r), last: r.Options.To, deadlines: due, headroom: 0.04,
		ticks: func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} }}
	right := &columns{base: base, since: since(r), last: r.Options.To, deadlines: due, series: []scenario.Series{money}, colours: []int{shortfall}, ticks: unit.ticks}
	heading := "Shortfall as a share of " + r.Dataset.Denominator
	if len(who.codes) > 1 {
		left.showSum(share)
	} else {
		heading = "Share of " + r.Dataset.Denominator
		path, err := r.Share(who.codes[0])
		if err != nil {
			return nil, err
		}
		left.showPath(path, target)
	}
	right.first = left.first
	words := append(runAssumptions(rs), who.gapRule(r.Dataset, target), missingYears(money, left.first, base), idle, who.about, estimates(money.Until(base)), "Lighter columns: projected")
	words = append(words, remarks(rs, who.codes)...)
	return &Figure{
		Title:    shortTitle(who, target, r, money),
		Subtitle: joinWords(", ", capital(quantity(rs))+" below "+r.Dataset.FormatShare(target), unit.prices, "projected: "+quoted(r.Scenario.Name)),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		colours:  shortfall + 1,
		chart: sideBySide{
			{heading, left},
			{joinWords(", ", "Shortfall in money", joinWords(" ", unit.currency, unit.scale)), right},
		},
	}, nil
}

// shortfall is the colour of what is missing, that of bars below the target.
const shortfall = 1

// showPath makes a chart of the path of one member and what it lacks to a target.
func (c *timeChart) showPath(share scenario.Series, target float64) {
	end, _ := share.At(share.Last())
	c.first, c.history = share.First(), share.Until(c.base)
	c.lines = []timeLine{{label: percent(end), values: from(share, c.base)}}
	c.levels = []levelLine{{value: target, label: "target " + scenario.FormatShare(target)}}
	c.areas = []area{{lines: segments(share), level: target, below: true, colour: tint(shortfall)}}
}

// showSum makes a chart of what several members lack together.
func (c *timeChart) showSum(gap scenario.Series) {
	end, _ := gap.At(gap.Last())
	c.first, c.history = gap.First(), gap.Until(c.base)
	c.lines = []timeLine{{}, {label: percent(end), values: from(gap, c.base)}} // in the colour of what is missing
	c.areas = []area{{lines: segments(gap), colour: tint(shortfall)}}
}

// askedOf leaves out the members of whom nothing is asked, with a sentence about
// them, and gives the target, which must be the same for the others.
func askedOf(r *projection.Result, who summed) (asked summed, target float64, idle string, err error) {
	var reaches []projection.Reach
	var codes, names []string
	for _, code := range who.codes {
		reach, err := r.Reach(code)
		if err != nil {
			return who, 0, "", err
		}
		if reach.Status == projection.NotAsked {
			names = append(names, reach.Name)
			continue
		}
		codes, reaches = append(codes, code), append(reaches, reach)
	}
	if len(codes) == 0 {
		return who, 0, "", errNothingAsked
	}
	targets := distinctTargets(reaches)
	if len(targets) > 1 {
		return who, 0, "", fmt.Errorf("members are asked for %s and for %s: name those who are asked for the same, one chart for each target: %w",
			scenario.FormatShare(targets[0]), r.Dataset.FormatShare(targets[len(targets)-1]), scenario.ErrInvalid)
	}
	if len(names) > 0 {
		slices.Sort(names)
		idle = "Nothing is asked of " + list(names)
		if who, err = (summed{codes: codes}).described([]*projection.Result{r}); err != nil {
			return who, 0, "", err
		}
	}
	return who, targets[0], idle, nil
}
