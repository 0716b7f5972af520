package plotting

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Pace shows how fast each member's share of GDP changes and how fast it must to
// meet the target by the deadline, in percentage points a year: two dots in a row,
// with how many times as fast that is. Rows are in the order of the pace needed,
// the highest first. Members of whom no pace is needed are left out and named in
// the note: those at the target, without a deadline, or of whom nothing is asked.
// Values that would crush all others are arrows with their number.
func Pace(t *projection.PaceTable) (*Figure, error) {
	f, err := pace(t)
	if err != nil {
		return nil, fmt.Errorf("Pace: %w", err)
	}
	return f, nil
}

func pace(t *projection.PaceTable) (*Figure, error) {
	if t == nil {
		return nil, errors.New("the table is nil: was an error of projection.Pace passed over?")
	}
	if t.Result == nil {
		return nil, fmt.Errorf("the table is empty: make it with projection.Pace: %w", scenario.ErrInvalid)
	}
	rs := []*projection.Result{t.Result}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	needed, idle := needingPace(t)
	if len(needed) == 0 {
		return nil, fmt.Errorf("no pace is needed of anyone: %s; give the pledge a deadline (Target.By) and a higher share: %w", idle, scenario.ErrInvalid)
	}
	slices.SortStableFunc(needed, func(a, b projection.MemberPace) int {
		return cmp.Or(cmp.Compare(b.PointsNeeded, a.PointsNeeded), cmp.Compare(a.Name, b.Name))
	})
	d := &dumbbells{heading: [2]string{"times as", "fast as now"}}
	var shown []string
	for _, p := range needed {
		shown = append(shown, p.Member)
		d.rows = append(d.rows, dumbbell{code: p.Member, name: p.Name, text: timesAsFast(p),
			values: [2]float64{scenario.ToPercent(p.PointsNow), scenario.ToPercent(p.PointsNeeded)}})
	}
	o := t.Result.Options
	words, origin := paceWords(t, needed, shown)
	return &Figure{
		Title:    paceTitle(t.Result.Dataset, needed, asked(t.Result)),
		Subtitle: "Yearly change of " + asShare(rs) + ", in percentage points",
		Note:     note(append(append(words, idle, leftOut(rs)), caveats(rs))...),
		Source:   origin,
		editions: editionsOf(rs),
		key: []keyEntry{
			{text: fmt.Sprintf("mean of the %d years up to %d", o.Window, o.Base), colour: colourOf(0), dot: 0},
			{text: "needed for " + due(t.Result.Dataset, needed), colour: colourOf(1), dot: 1},
		},
		colours: 2,
		chart:   d,
	}, nil
}

// needingPace gives the members of whom a pace is needed, and a sentence about
// the others.
func needingPace(t *projection.PaceTable) (needed []projection.MemberPace, idle string) {
	reasons := []string{"members at the target in %d already: ", "members at the target, as projected, when the pledge is known: ", "members without a deadline after %d: ", "members of whom nothing is asked: "}
	names := map[string][]string{}
	for _, p := range t.Members {
		reason := reasons[0]
		reach, err := t.Result.Reach(p.Member)
		switch {
		case !math.IsNaN(p.PointsNeeded):
			needed = append(needed, p)
			continue
		case p.Target == 0:
			reason = reasons[3]
		case p.Deadline <= t.Result.Options.Base:
			reason = reasons[2]
		case err == nil && reach.Status != projection.MetAlready:
			reason = reasons[1]
		}
		names[reason] = append(names[reason], p.Name)
	}
	for _, reason := range reasons {
		who := names[reason]
		if len(who) == 0 {
			continue
		}
		if idle != "" {
			idle += ". "
		}
		if strings.Contains(reason, "%d") {
			reason = fmt.Sprintf(reason, t.Result.Options.Base)
		}
		idle += "No pace is needed of " + reason + whose(who, len(t.Members))
	}
	return needed, idle
}

// timesAsFast is the text of a row.
func timesAsFast(p projection.MemberPace) string {
	ratio, ok := p.Ratio()
	switch {
	case math.IsNaN(p.PointsNow):
		return "not known"
	case !ok && p.PointsNow < 0:
		return "moving away"
	case !ok:
		return "standing still"
	case ratio <= 1+1e-9:
		return "enough"
	case ratio < 9.95:
		return fmt.Sprintf("%.1f×", ratio)
	case ratio < 100:
		return fmt.Sprintf("%.0f×", ratio)
	}
	return "over 100×"
}

// due names target and deadline, if they are the same for all.
func due(d *scenario.Dataset, ps []projection.MemberPace) string {
	target, deadline := ps[0].Target, ps[0].Deadline
	for _, p := range ps {
		if p.Target != target {
			target = 0
		}
		if p.Deadline != deadline {
			deadline = 0
		}
	}
	text := "the target"
	if target > 0 {
		text = d.FormatShare(target)
	}
	if deadline > 0 {
		return fmt.Sprintf("%s by %d", text, deadline)
	}
	return text + " by the deadline"
}

// paceWords are what the note says, and the source. Where the way to the target
// begins after the base year, it rests on the projection.
func paceWords(t *projection.PaceTable, needed []projection.MemberPace, shown []string) (words []string, origin string) {
	rs := []*projection.Result{t.Result}
	base := t.Result.Options.Base
	words = append(words, inSentences(warnings(t.Result.Dataset, t.Warnings), shown)...)
	if slices.ContainsFunc(needed, func(p projection.MemberPace) bool { return p.Years < p.Deadline-base }) {
		words = append(words, "The pace needed counts from the year before the pledge is known, where the projection begins it")
		return append(append(words, assumptions(rs)...), remarks(rs, shown)...), source(rs)
	}
	words = append(words, fmt.Sprintf("The pace needed counts from %d in equal yearly steps", base))
	return append(words, otherEditions(rs, shown, 0)...), published(rs)
}

// paceTitle states how many must move more than twice as fast, of those of whom
// something is asked. Those who stand still must, and those who are moving away are
// counted by themselves.
func paceTitle(d *scenario.Dataset, needed []projection.MemberPace, of int) string {
	if of == 1 {
		return paceOfOne(d, needed[0])
	}
	t, away := tally{of: of}, 0
	for _, p := range needed {
		ratio, ok := p.Ratio()
		if p.PointsNow == 0 || ok && ratio > 2+1e-9 {
			t.n++
		}
		if p.PointsNow < 0 {
			away++
		}
	}
	did := "they did"
	if t.n <= 1 {
		did = "it did"
	}
	title := t.subject("must move", "must move") + " more than twice as fast as " + did
	switch {
	case away == 1:
		title += ", 1 is moving away"
	case away > 1:
		title += fmt.Sprintf(", %d are moving away", away)
	}
	return title
}

// paceOfOne states what the only member must do.
func paceOfOne(d *scenario.Dataset, p projection.MemberPace) string {
	goal := due(d, []projection.MemberPace{p})
	ratio, ok := p.Ratio()
	switch {
	case math.IsNaN(p.PointsNow):
		return fmt.Sprintf("The pace that %s needs for %s", p.Name, goal)
	case !ok && p.PointsNow < 0:
		return fmt.Sprintf("%s is moving away from %s", p.Name, goal)
	case !ok:
		return fmt.Sprintf("%s is standing still and needs %s", p.Name, goal)
	case ratio <= 1+1e-9:
		return fmt.Sprintf("%s moves fast enough for %s", p.Name, goal)
	}
	if ratio < 1.05 {
		return fmt.Sprintf("%s must move a little faster than it did for %s", p.Name, goal)
	}
	return fmt.Sprintf("%s must move %.1f times as fast as it did for %s", p.Name, ratio, goal)
}
