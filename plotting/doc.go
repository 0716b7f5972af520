// Package plotting draws the results of package projection as finished figures
// for a report: [YearReached], [Paths], [Ranking] and [Count] each select what
// to show and return a [Figure], which is saved with [Figure.Save].
//
// A figure is a page: a title that states what the chart shows, a subtitle with
// the unit, the chart, a note with the assumptions and a line with the source
// and its edition. The texts are filled in and may be changed before Save:
//
//	f, err := plotting.YearReached(r)
//	...
//	f.Title = "Half of the alliance stays below the guideline"
//	err = f.Save("year-reached.png")
//
// # How the figures are drawn
//
// The frame of a page is ours; the chart in it is a plot of gonum/plot, with
// that library's axes, lines and bars, and plotters of ours for what it lacks.
//
// Lines and dots are labelled where they stand; there is no legend box and no
// rotated text. Scenarios take the colours of [Theme.Colours] in the order of
// the arguments, so that the same scenario has the same colour in every chart
// of a report that lists its scenarios in one order. Published figures are
// solid, projections dashed, published estimates hollow or marked "e". Lines
// with equal values are drawn in turns, a dash of each. A chart computes nothing: every number
// comes from the result.
//
// The note says how GDP grows and how members respond, what was left out, what
// the runs noticed (Result.Warnings), which of the figures that projections
// start from were printed in another edition than that of the data set, and
// the first of the notes of the data set, the one that every reader needs.
//
// Figures share no state. They may be made and saved by any number of
// goroutines, and the same figure gives the same bytes every time on one
// architecture.
package plotting
