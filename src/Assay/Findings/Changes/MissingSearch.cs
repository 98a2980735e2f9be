using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings.Changes;

/// <summary>
/// Finds the rows that would settle a claim that is open: those whose want the proofs show, each tried with what it might say. Where the
/// answer alone names what is missing, that is told in its words, untried.
/// </summary>
internal sealed class MissingSearch(EvidenceSnapshot evidence, Wording wording, Finding finding, WhatIf whatIf)
{
    private const int MostTried = 12;
    private const int MostShown = 6;
    private const int Years = 20;

    /// <summary>The rows, the surest first, those about most of the whole before others.</summary>
    public ImmutableArray<MissingRow> Run()
    {
        var open = Open();
        if (finding.Claim is { AsOf: null, Time.IsStated: false } && open.TrueForAll(reading => reading.Reading.Question is not Question.Open && reading.Reading.Question.When is null)) return Date();
        var rows = Try(open).Select(one => one.Proposal.Row with { Decides = one.Decides }).ToImmutableArray();
        return rows.IsEmpty ? [.. open.SelectMany(Told).DistinctBy(row => row.Key).Take(MostShown)] : rows;
    }

    /// <summary>The proposals that tell something, with what came of trying them.</summary>
    internal ImmutableArray<Tried> Try() => Try(Open());

    private ImmutableArray<Tried> Try(List<CheckedReading> open)
    {
        var tried = open.SelectMany(Proposals).GroupBy(proposal => proposal.Row.Key).Select(same => same.MaxBy(proposal => proposal.Weight)!)
            .OrderByDescending(proposal => proposal.Weight).Take(MostTried).Select(proposal => proposal.Try(whatIf)).ToList();
        var telling = tried.Where(one => one.Tells).ToList();
        // Where none tells by itself, the greatest of them would together.
        if (telling.Count == 0) telling = [.. tried.Take(MostShown / 2)];
        return [.. telling.OrderBy(one => one.Decides).ThenByDescending(one => one.Proposal.Weight).ThenBy(one => one.Proposal.Row.Key, StringComparer.Ordinal).Take(MostShown)];
    }

    private List<CheckedReading> Open()
    {
        var open = finding.Readings.Where(reading => !Judge.IsDecided(reading) && !reading.Reading.IsMinor).ToList();
        return open.Count > 0 ? open : [.. finding.Readings.Where(reading => !Judge.IsDecided(reading))];
    }

    private IEnumerable<Proposal> Proposals(CheckedReading reading)
    {
        if (reading.Reading.Question is Question.Open) return [];
        if (reading.Reading.Question.When is null) return [];
        var names = new RowNames(evidence, wording);
        return [.. new MissingTies(evidence, wording, names).For(reading), .. new MissingStakes(evidence, wording, names).For(reading), .. new MissingFigures(evidence, wording, names, finding.Claim.Expects).For(reading)];
    }

    // "Now" is not known: tried with a day of each of the years that the sources speak of.
    private ImmutableArray<MissingRow> Date()
    {
        if (evidence.LatestSource?.Year is not { } last) return [];
        var isDecided = Enumerable.Range(0, Years).Select(back => last - back).Where(year => year > 0)
            .Select(year => whatIf.On(evidence, DayRange.On(new DateOnly(year, 7, 1))) != Verdict.NotEnoughEvidence).ToList();
        var decides = isDecided.TrueForAll(decided => decided) ? Decides.Surely : isDecided.Contains(true) ? Decides.Could : Decides.WithOthers;
        return [new MissingRow { Table = "date", Text = wording.Say("missing-date"), Decides = decides }];
    }

    private static IEnumerable<MissingRow> Told(CheckedReading reading) => reading.Answer is Answer.Unknown unknown
        ? unknown.Missing.Select(words => new MissingRow { Table = "", Text = words.TrimEnd('.'), Decides = Decides.Untried })
        : [];
}
