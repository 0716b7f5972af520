// Package read reads tables of yearly figures in the layouts in which they are
// published or kept: with years across ([Wide]), by the World Bank ([WorldBank]), the
// IMF ([WEO]), SIPRI ([SIPRI]), NATO ([NATO]) and as scenario databases exchange them
// ([IAMC]). The library's own layout, one figure a line, is read by [scenario.ReadCSV].
//
// # Two steps
//
// A reader knows a layout and gives a [Sheet]: what the file says, converted into
// nothing. What the figures mean is said by the caller: [Sheet.Dataset] makes a data set
// of the variables that are the share, its denominator and spending; [Sheet.Growth] makes
// a growth path. Data sets of several files are joined with [scenario.Dataset.With].
//
// # Nothing is guessed
//
// A file states the unit of its figures, or [Options] does: per cent is never told from
// a fraction by size. A figure that can be read in two ways, such as 1,234, is an error
// unless the layout, the options or other figures of the file say what the comma is.
// Names without a code must be known, see [Members].
//
// Files are UTF-8 or UTF-16, with any line ends, cells separated by commas, semicolons or
// tabs. Blank lines and separators at the end of a line do not matter, nor does an empty
// first column in [Wide], [SIPRI] and [NATO]. Thousands may be grouped by spaces, also
// those that do not break, by apostrophes, or by the mark that is not the decimal one; a
// minus may be the typographic one.
//
// # Marks
//
// Tables of one's own, of SIPRI and of NATO have marks behind figures and years. A letter
// that says a figure is not final makes it an estimate, with or without brackets, capital
// or not: e (estimated), f (forecast) and p, which is provisional in some tables and
// projected in others. A warning counts those of f and p. Footnote marks are left out, as a
// warning says:
// * † ‡ § ¶ ‖, small raised figures, the letters a to d in brackets, [1]. Any other letter
// may be a status where the file comes from, and (1) a second figure: they are errors.
// Behind a name or a code the same are footnotes; behind the names of SIPRI and NATO so is
// any letter or number in brackets.
//
// # Errors
//
// What cannot be read is a [*scenario.FieldError] whose Field names line and column, the
// column being that of the byte, in UTF-8, at which the cell begins. Up to ten are
// reported at once. Limits are those of [scenario.MaxFileSize], [scenario.MaxLine] and
// [scenario.MaxYears], and [MaxSeries] and [MaxFigures] here.
package read
