package plotting

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Tornado shows which assumption moves the year most in which a member reaches its
// target: a row for each assumption, the one with the largest swing first, and a
// bar from the year without a change to the year with each value, in one colour for
// the lowest value and in another for the highest, which are named at the ends.
// Where the target is not reached by the horizon the bar ends in an arrow and the
// value stands in a column at the right, and in one at the left where it is met in
// the base year already. Values with which nothing is asked are named in the note.
func Tornado(s *projection.Sensitivity) (*Figure, error) {
	f, err := tornadoOf(s)
	if err != nil {
		return nil, fmt.Errorf("Tornado: %w", err)
	}
	return f, nil
}

func tornadoOf(s *projection.Sensitivity) (*Figure, error) {
	if s == nil {
		return nil, errors.New("the sensitivity is nil: was an error of projection.OneAtATime passed over?")
	}
	if s.Result == nil {
		return nil, fmt.Errorf("the sensitivity is empty: make it with projection.OneAtATime: %w", scenario.ErrInvalid)
	}
	rs := []*projection.Result{s.Result}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	if s.Base.Status == projection.NotAsked {
		return nil, errNothingAsked
	}
	swings := s.Swings()
	if len(swings) == 0 {
		return nil, fmt.Errorf("nothing is varied: give projection.OneAtATime at least one Axis: %w", scenario.ErrInvalid)
	}
	names := assumptionNames(swings)
	c := &tornado{base: spotOf(s.Base), from: s.Base.Base, to: s.Base.To}
	words := runAssumptions(rs)
	inner := ""
	for i, w := range swings {
		row := tornadoRow{name: capital(names[i])}
		for k, reach := range w.Reaches {
			if reach.Status == projection.NotAsked {
				words = append(words, fmt.Sprintf("%s %s: nothing is asked", capital(names[i]), minus(w.Axis.Label(k))))
				continue
			}
			low, high := slices.Min(w.Axis.Values), slices.Max(w.Axis.Values)
			row.values = append(row.values, tornadoValue{label: minus(w.Axis.Label(k)), at: spotOf(reach), never: reach.Never, high: w.Axis.Values[k] > (low+high)/2})
		}
		if len(row.values) > fewValues {
			inner = "Dots: the values between"
		}
		c.rows = append(c.rows, row)
	}
	goal := s.Result.Dataset.FormatShare(s.Base.Target)
	words = append(words, inner, "Each assumption is changed by itself; how far the year moves depends on how far it is changed")
	words = append(words, inSentences(warnings(s.Result.Dataset, s.Warnings), []string{s.Base.Member})...)
	words = append(words, otherEditions(rs, []string{s.Base.Member}, 0)...)
	return &Figure{
		Title:    tornadoTitle(s.Base, swings, names, goal),
		Subtitle: fmt.Sprintf("Year in which %s reaches %s, one assumption changed at a time", s.Base.Name, tornadoGoal(s.Base, swings, goal)),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		colours:  2,
		chart:    c,
	}, nil
}

// assumptionNames are the names of what is varied. A shift of something is named
// like it, since its values have a sign, unless both are varied.
func assumptionNames(swings []projection.Swing) []string {
	names := make([]string, len(swings))
	for i, w := range swings {
		names[i] = w.Axis.Name
	}
	for i, name := range names {
		if short := strings.TrimPrefix(name, "shift of "); !slices.Contains(names, short) {
			names[i] = short
		}
	}
	return names
}

// tornadoGoal names the target, which may itself be varied.
func tornadoGoal(base projection.Reach, swings []projection.Swing, goal string) string {
	for _, w := range swings {
		for _, r := range w.Reaches {
			if r.Status != projection.NotAsked && r.Target != base.Target {
				return "its target (" + goal + " unless changed)"
			}
		}
	}
	return goal
}

// articled puts an article before the names of things there is one of.
func articled(names []string) []string {
	var all []string
	for _, name := range names {
		switch name {
		case "target", "deadline", "pace", "response":
			name = "the " + name
		}
		all = append(all, name)
	}
	return all
}

// tornadoTitle states which assumption moves the year most, and by how much. How
// far a year lies before the base year or beyond the horizon is not known: where
// another swing may be larger for that, only what lies between them is compared.
func tornadoTitle(base projection.Reach, swings []projection.Swing, names []string, goal string) string {
	most := swings[0]
	names = articled(names)
	first := []string{names[0]}
	for i, w := range swings[1:] {
		if w.Years() == most.Years() && w.AtLeast == most.AtLeast {
			first = append(first, names[i+1])
		}
	}
	unknown := !slices.ContainsFunc(swings, func(w projection.Swing) bool { return !w.AtLeast || w.Years() > 0 })
	censored := func(w projection.Swing) bool { return w.AtLeast }
	move := func(verb string) string {
		text := fmt.Sprintf("%s %s %s year most", list(first), verb, possessive(base.Name))
		if len(first) > 2 {
			text = fmt.Sprintf("%d assumptions move %s year most", len(first), possessive(base.Name))
		}
		if slices.ContainsFunc(swings[1:], censored) {
			return fmt.Sprintf("Between %d and %d, %s", base.Base, base.To, text)
		}
		return capital(text)
	}
	_, reached := base.Year()
	switch {
	case unknown && !reached:
		return fmt.Sprintf("%s does not reach %s by %d in any case", base.Name, goal, base.To)
	case most.Years() == 0:
		return fmt.Sprintf("None of these assumptions moves the year in which %s reaches %s", base.Name, goal)
	case len(swings) == 1:
		return fmt.Sprintf("%s moves %s year by %v", capital(names[0]), possessive(base.Name), most)
	case len(first) > 1:
		return fmt.Sprintf("%s: by %v each", move("move"), most)
	}
	return fmt.Sprintf("%s: by %v", move("moves"), most)
}

// minus sets a minus sign before a negative number.
func minus(label string) string {
	if rest, negative := strings.CutPrefix(label, "-"); negative {
		return "−" + rest
	}
	return label
}

// possessive is the possessive form of a name.
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}
