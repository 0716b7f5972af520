package plotting

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// remarks are what the note says of the figures shown, and the line with their
// source.
func (b *bars) remarks(r *projection.Result, year int) (words []string, origin string) {
	rs := []*projection.Result{r}
	if b.some(scenario.Projected) {
		words = append(runAssumptions(rs), remarks(rs, r.Codes())...)
		origin = source(rs)
	} else {
		words = append(otherEditions(rs, r.Codes(), year), lenient(rs)...)
		origin = published(rs)
	}
	if b.ticks() {
		words = append(words, "A short line across a row is the target of the member")
	}
	if b.markEstimates {
		words = append(words, "e: estimate of the source")
	}
	if slices.ContainsFunc(b.rows, func(row bar) bool { return row.before != nil && row.before.Status == scenario.Estimated }) {
		words = append(words, "Hollow marks: estimates of the source")
	}
	return words, origin
}

// tally counts the bars at the target, or at the lowest guideline, out of those
// of whom something is asked. kind tells that of a row, ok is false if it has none.
func (b *bars) tally(kind func(bar) (k barKind, ok bool)) (t tally) {
	for _, row := range b.rows {
		k, ok := kind(row)
		if ok && k != unasked {
			t.of++
		}
		if ok && (k == atTarget || k == betweenThem) {
			t.n++
		}
	}
	return t
}

// title states how many members are at the target, or at each guideline.
func (b *bars) title(shown []projection.Reach, o RankingOptions) string {
	t := b.tally(func(row bar) (barKind, bool) { return row.kind, true })
	before := b.tally(func(row bar) (barKind, bool) { return row.kindBefore, row.before != nil })
	verb, singular := "spent", "spent"
	switch {
	case b.some(scenario.Projected):
		verb, singular = "would spend", "would spend"
	case b.some(scenario.Estimated):
		verb, singular = "spend", "spends"
	}
	only := b.rows[0]
	switch {
	case t.of == 0:
		return fmt.Sprintf("%s in %s as a share of %s", capital(b.of.Quantity), o.years(), b.of.Denominator)
	case len(b.rows) == 1 && only.before != nil:
		return fmt.Sprintf("%s %s %s of %s in %d, after %s in %d", only.name, singular, percent(only.value), b.of.Denominator, o.Year, percent(only.before.Value), o.Before)
	case len(b.rows) == 1:
		return fmt.Sprintf("%s %s %s of %s in %d", only.name, singular, percent(only.value), b.of.Denominator, o.Year)
	}
	title := fmt.Sprintf("%s at least %s in %d", t.subject(verb, singular), b.goal(shown, t), o.Year)
	switch {
	case len(o.Guidelines) == maxGuidelines:
		title += fmt.Sprintf(", %s at least %s", howMany(b.count(atTarget), t.of), scenario.FormatShare(o.Guidelines[1]))
	case o.Before != 0:
		title += fmt.Sprintf(", after %d in %d", before.n, o.Before)
	}
	return title
}

// goal names the target, or the lowest guideline.
func (b *bars) goal(shown []projection.Reach, t tally) string {
	if b.guidelines {
		return b.of.FormatShare(b.targets[0])
	}
	return goal(b.of, shown, theirTarget(t))
}

// count counts the bars of a kind.
func (b *bars) count(kind barKind) int {
	n := 0
	for _, row := range b.rows {
		if row.kind == kind {
			n++
		}
	}
	return n
}

// howMany is a number of members later in a sentence.
func howMany(n, of int) string {
	switch n {
	case 0:
		return "none"
	case of:
		return "all"
	}
	return fmt.Sprint(n)
}

// years names the years shown.
func (o RankingOptions) years() string {
	if o.Before != 0 {
		return fmt.Sprintf("%d and %d", o.Before, o.Year)
	}
	return fmt.Sprint(o.Year)
}

// subtitle names the quantity, its unit and what kind of figures these are.
func (b *bars) subtitle(r *projection.Result, o RankingOptions) string {
	words := []string{capital(asShare([]*projection.Result{r})), fmt.Sprint(o.Year)}
	switch {
	case b.some(scenario.Projected):
		words = append(words, "projected: "+quoted(r.Scenario.Name))
	case b.all(scenario.Estimated):
		words = append(words, "estimates of the source")
	}
	return strings.Join(words, ", ")
}

// key explains the colours that occur, and the dots.
func (b *bars) key(shown []projection.Reach, o RankingOptions) []keyEntry {
	low := b.goal(shown, tally{n: len(b.rows)})
	high := low
	if len(o.Guidelines) == maxGuidelines {
		high = b.of.FormatShare(o.Guidelines[1])
	}
	var key []keyEntry
	for _, e := range []struct {
		kind barKind
		text string
	}{
		{atTarget, "at least " + high}, {betweenThem, "at least " + low}, {belowTarget, "less than " + low}, {unasked, "nothing asked"},
	} {
		if b.count(e.kind) > 0 {
			key = append(key, keyEntry{text: e.text, colour: e.kind.colour, box: true})
		}
	}
	if o.Before != 0 {
		key = append(key, keyEntry{text: fmt.Sprint(o.Before), colour: func(t Theme) color.Color { return t.Ink }})
	}
	return key
}
