using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>
/// Finds the changes of one row that give a finding another verdict. The rows tried are those that its proofs cite; each of their figures
/// and days is moved both ways until the verdict changes, each state is changed, each row left out, and the verdict asked for again.
/// </summary>
internal sealed class FlipSearch(EvidenceSnapshot evidence, Wording wording, Finding finding, WhatIf whatIf, int most)
{
    private static readonly DateOnly Earliest = new(1800, 1, 1);

    // Small changes are looked for first: where there are enough, greater ones are of no interest. 1 reaches down to nothing.
    private static readonly decimal[] Ranges = [0.1m, 1, 1000];

    private readonly RowNames _names = new(evidence, wording);
    private readonly List<Flip> _found = [];
    private readonly HashSet<(StatementId Row, string Column, int Sign)> _moved = [];
    private decimal _range;
    private readonly HashSet<Statement> _idle = new(ReferenceEqualityComparer.Instance);

    /// <summary>The flips, the smallest change first, as many as asked for.</summary>
    public ImmutableArray<Flip> Run()
    {
        var rows = finding.Readings.Where(Judge.IsDecided).SelectMany(reading => reading.Answer.Proof.AllRows()).DistinctBy(row => row.Id)
            .OrderByDescending(row => RowFigure.Of(row).FirstOrDefault()?.Value.High ?? 0).ToList();
        var withFigures = rows.Where(row => RowFigure.Of(row).Any()).ToList();
        var inGroups = whatIf.IsAllDecided ? withFigures.Where(row => RowFigure.Of(row).All(figure => figure.TakesBounds)).ToList() : [];
        var alone = withFigures.Except(inGroups).ToList();
        foreach (var part in Ranges)
        {
            _range = part;
            TryGroup(inGroups, 0, inGroups.Count);
            foreach (var row in alone) TryFigures(row);
            if (_found.Count >= most) break;
        }
        // A stake that could be nothing without changing the verdict could as well not be there.
        if (_found.Count < most) foreach (var row in rows.Where(row => !_idle.Contains(row))) TryDays(row);
        if (_found.Count < most) foreach (var row in rows) TryStates(row);
        if (_found.Count < most) foreach (var row in rows.Where(row => row is not Entity && !_idle.Contains(row))) TryWithout(row);
        if (_found.Count < most) foreach (var row in AddedRows.For(finding)) TryAdded(row);
        return [.. _found.OrderBy(flip => flip.Kind).ThenBy(flip => flip.Size).ThenBy(flip => flip.Text, StringComparer.Ordinal).Take(most)];
    }

    // If the verdict stands with each of some rows allowed to be off as far as is still of interest, all at once, none of them flips it alone.
    private void TryGroup(List<Statement> rows, int first, int end)
    {
        if (first >= end) return;
        if (end - first == 1)
        {
            TryFigures(rows[first]);
            return;
        }
        var part = Limit();
        if (whatIf.IsSameOn(evidence.ReplaceAll(rows[first..end].Select(row => RowFigure.Of(row).Single().Widened(part)))))
        {
            if (part >= 1) _idle.UnionWith(rows[first..end].OfType<Stake>());
            return;
        }
        var middle = first + (end - first) / 2;
        TryGroup(rows, first, middle);
        TryGroup(rows, middle, end);
    }

    // The greatest change that is still of interest: within the range, and none greater than those already found, where these are enough.
    private decimal Limit() => _found.Count < most ? _range : Math.Min(_range, _found.Select(flip => flip.Size).Order().ElementAt(most - 1));

    private void TryFigures(Statement row)
    {
        foreach (var figure in RowFigure.Of(row))
        {
            TryFigure(row, figure, 1, figure.Value.High, figure.Most);
            TryFigure(row, figure, -1, figure.Value.Low, figure.Least);
        }
    }

    private void TryFigure(Statement row, RowFigure figure, int sign, decimal start, decimal end)
    {
        var part = Limit();
        if (_moved.Contains((row.Id, figure.Column, sign)) || (start == 0 && _range < 1)) return;
        if (start > 0) end = sign > 0 ? Math.Min(end, start * (1 + part)) : Math.Max(end, start * (1 - part));
        var first = sign > 0 ? Math.Floor(start / figure.Step) : Math.Ceiling(start / figure.Step);
        var last = (int)Math.Abs(Math.Ceiling(Math.Abs((end - first * figure.Step) / figure.Step)));
        if (start == end || last == 0) return;
        if (Find(row, last, step => figure.With(Bounds.Exactly(Value(step)))) is not var (at, changed, shortOf, standing))
        {
            if (sign < 0 && row is Stake && part >= 1) _idle.Add(row);
            return;
        }
        var value = Value(at);
        var size = start == 0 ? 1 : Math.Abs(value - start) / start;
        // One step of a place may be more than the range: its turn comes.
        if (size > part && _range < Ranges[^1]) return;
        _moved.Add((row.Id, figure.Column, sign));
        Add(new Flip
        {
            Kind = FlipKind.Figure, Row = row, Changed = changed, JustShort = shortOf, Verdict = standing.Verdict, Column = figure.Column,
            From = Plain(figure.Value), To = Plain(Bounds.Exactly(value)), Unit = figure.Unit, Size = size,
            Text = wording.Say(Overfull(row, value) ? "flip-figure-over" : "flip-figure", ("row", _names.Of(row)), ("from", Plain(figure.Value)), ("to", Plain(Bounds.Exactly(value))), ("unit", figure.Unit.Length == 0 ? "" : $" {figure.Unit}")),
        });

        decimal Value(int step) => Math.Clamp((first + sign * step) * figure.Step, Math.Min(figure.Least, figure.Value.Low), figure.Most);
    }

    private void TryDays(Statement row)
    {
        if (finding.Leading.Reading.Question.When is not { } days) return;
        var latest = days.Last.YearsLater(2);
        foreach (var day in RowDay.Of(row))
        {
            if (day.Value is null && day.IsOpenEnd) TryDay(row, day, latest, -1);
            if (day.Value is not { } stands) continue;
            if (stands.Last < latest) TryDay(row, day, stands.Last, 1, latest);
            if (stands.First > Earliest) TryDay(row, day, stands.First, -1);
        }
    }

    private void TryDay(Statement row, RowDay day, DateOnly start, int sign, DateOnly? until = null)
    {
        var last = Math.Abs((until ?? Earliest).DayNumber - start.DayNumber);
        if (Find(row, last, step => day.With(Day(start.DaysLater(sign * step)))) is not var (at, changed, shortOf, standing)) return;
        var found = start.DaysLater(sign * at);
        Add(new Flip
        {
            Kind = FlipKind.Day, Row = row, Changed = changed, JustShort = shortOf, Verdict = standing.Verdict, Column = day.Column,
            From = day.Value?.ToString() ?? "", To = found.ToString("O"), Size = day.Value is null ? 0 : at,
            Text = wording.Say($"flip-{(row is Completeness ? "list-" : "")}{day.Verb}{(day.Value is null ? "" : "-instead")}",
                ("row", _names.Of(row)), ("to", found.ToString("O")), ("from", day.Value?.ToString() ?? "")),
        });

        static PartialDate Day(DateOnly day) => new(day.Year, day.Month, day.Day);
    }

    private void TryStates(Statement row)
    {
        foreach (var state in RowState.Of(row))
        {
            var standing = whatIf.On(evidence.Replace(state.Row));
            if (standing.Verdict == finding.Verdict) continue;
            Add(new Flip
            {
                Kind = FlipKind.State, Row = row, Changed = state.Row, Verdict = standing.Verdict, Column = state.Column, From = state.From, To = state.To,
                Text = wording.Say(state.Key, ("row", _names.Of(row))),
            });
        }
    }

    private void TryWithout(Statement row)
    {
        var standing = whatIf.On(evidence.Without(row.Id));
        if (standing.Verdict == finding.Verdict) return;
        Add(new Flip { Kind = FlipKind.Removal, Row = row, Changed = null, Verdict = standing.Verdict, Text = wording.Say("flip-removed", ("row", _names.Of(row))) });
    }

    private void TryAdded(Statement row)
    {
        var standing = whatIf.On(evidence.Add(row));
        if (standing.Verdict == finding.Verdict) return;
        Add(new Flip { Kind = FlipKind.Addition, Row = null, Changed = row, Verdict = standing.Verdict, Text = wording.Say("flip-added", ("row", _names.Of(row))) });
    }

    // The first step at which the verdict changes; it is asked for again with every reading, there and one step short of it.
    private (int Step, Statement Changed, Statement? JustShort, Standing Standing)? Find(Statement row, int last, Func<int, Statement> at)
    {
        if (StepSearch.First(whatIf.Now, last, step => whatIf.On(evidence.Replace(at(step)), row)) is not { } step) return null;
        var (changed, shortOf) = (at(step), step > 1 ? at(step - 1) : null);
        var standing = whatIf.On(evidence.Replace(changed));
        if (standing.Verdict == finding.Verdict) return null;
        return shortOf is not null && whatIf.On(evidence.Replace(shortOf)).Verdict != finding.Verdict ? null : (step, changed, shortOf, standing);
    }

    private bool Overfull(Statement row, decimal value) => row is Stake stake && finding.Leading.Reading.Question.When is { } days
        && evidence.StakesIn(stake.Asset).Where(other => other.Id != row.Id && StakeRows.IsOwned(other) && other.Validity.HoldsOn(days) == Truth.True).Sum(other => other.Share.Low) + value > 100;

    private void Add(Flip flip) => _found.Add(flip);

    private static string Plain(Bounds value) => value.IsExact ? Plain(value.Low) : $"{Plain(value.Low)} to {Plain(value.High)}";

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
