package nato

import (
	"fmt"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/pledgesim/pledgesim/scenario"
)

// String gives the estimates as a table, and says in words whether the gap or a
// common rise describes the changes better, and whether the gap still counts beside a
// common rise. Estimates that cannot be told from 0 are marked: see
// [Adjustment.Significant].
func (o *Observed) String() string {
	if o == nil {
		return "no estimates: make them with ObservedResponse"
	}
	var text strings.Builder
	fmt.Fprintf(&text, "Yearly changes of the share of GDP, %v, edition %s. In brackets: standard errors, by member and year.\n", o.Period, o.Edition)
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\tmembers\tchanges\testimates\tgap closed\texplains\tcommon rise\texplains\tboth: gap\trise\texplains")
	for _, a := range []Adjustment{o.All, o.Near, o.Far, o.Bordering, o.AtTarget} {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", a.Group, len(a.Members), a.Changes, a.Estimated,
			a.speed(a.Gap), explained(a.Gap), a.rise(a.Common), explained(a.Common),
			a.speed(a.Both), a.rise(a.Both), explained(a.Both))
	}
	table.Flush() // to a strings.Builder, which never fails
	text.WriteString("Gap closed: the part, in a year, of what was missing to 2% in the year before. Rise: percentage points of GDP a year.\n")
	text.WriteString("Explains: the part of the squares of changes, a held share explaining none. -: too few for a number.\n")
	text.WriteString("?: cannot be told from 0 (95%, Student's t). From few years, such as 4 or 7, even these standard errors are too small.")
	for _, a := range []Adjustment{o.All, o.Near, o.Far, o.Bordering} {
		if a.Known() && a.Changes > 0 {
			text.WriteString("\n" + a.verdict())
		}
	}
	return text.String()
}

func capitalised(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// verdict says which of the two explains more, and what is left of the gap beside a
// common rise.
func (a Adjustment) verdict() string {
	if math.IsNaN(a.Common.R2) || math.IsNaN(a.Gap.R2) {
		return capitalised(a.Group) + ": no share has changed, so that there is nothing to explain."
	}
	text := capitalised(a.Group) + ": closing part of the gap explains more than a common rise does"
	if a.Common.R2 > a.Gap.R2 {
		text = capitalised(a.Group) + ": a common rise explains more than closing part of the gap does"
	}
	if !a.Significant(a.Both.Speed, a.Both.SpeedSE) {
		text += "; fitted together, what the gap adds cannot be told from 0"
	}
	return text + "."
}

func (a Adjustment) speed(l Line) string {
	return number("%.1f%% (%.1f)", scenario.ToPercent(l.Speed), scenario.ToPercent(l.SpeedSE)) + a.mark(l.Speed, l.SpeedSE)
}

func (a Adjustment) rise(l Line) string {
	return number("%+.3f (%.3f)", scenario.ToPercent(l.Rise), scenario.ToPercent(l.RiseSE)) + a.mark(l.Rise, l.RiseSE)
}

func (a Adjustment) mark(estimate, se float64) string {
	if math.IsNaN(estimate) || a.Significant(estimate, se) {
		return ""
	}
	return "?"
}

func explained(l Line) string { return number("%.0f%%", scenario.ToPercent(l.R2)) }

// number writes "-" where there is none.
func number(format string, values ...float64) string {
	args := make([]any, len(values))
	for i, v := range values {
		if math.IsNaN(v) {
			return "-"
		}
		args[i] = v
	}
	return fmt.Sprintf(format, args...)
}
