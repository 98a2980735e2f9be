using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings.Changes;

/// <summary>Judges a finding again on other records: the same readings, asked anew. Counts how often, so that a search can end.</summary>
internal sealed class WhatIf
{
    private readonly Finding _finding;
    private readonly Judge _judge;
    private readonly Wording _mute;
    private readonly ImmutableArray<ImmutableHashSet<StatementId>> _cited;

    public WhatIf(Finding finding, Judge judge, Wording mute)
    {
        (_finding, _judge, _mute) = (finding, judge, mute);
        _cited = [.. finding.Readings.Select(reading => reading.Answer.Proof.AllRows().Select(row => row.Id).ToImmutableHashSet())];
        Now = new Standing(finding.Verdict, string.Concat(finding.Readings.Select(reading => Standing.PlaceOf(finding.Claim.Expects, reading.Answer))));
    }

    /// <summary>Where the finding stands on the record as it is.</summary>
    public Standing Now { get; }

    /// <summary>Whether every reading has a verdict of its own: less exact rows can then only leave it or unsettle it.</summary>
    public bool IsAllDecided => _finding.Readings.All(Judge.IsDecided);

    /// <summary>Whether each reading has the verdict it has on the record as it is.</summary>
    public bool IsSameOn(EvidenceSnapshot record) => Readings(record, _ => true).Zip(_finding.Readings).All(pair => pair.First.Verdict == pair.Second.Verdict);

    /// <summary>How many questions were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Where it would stand on another record.</summary>
    public Standing On(EvidenceSnapshot record) => Stand(Readings(record, _ => true));

    /// <summary>As <see cref="On(EvidenceSnapshot)"/>, where only a row that stands in the record has another figure or day: readings that do not rest on it are not asked.</summary>
    public Standing On(EvidenceSnapshot record, Statement row) => Stand(Readings(record, i => _cited[i].Contains(row.Id)));

    /// <summary>Where it would stand on another record, and whether a reading that is open would be settled there.</summary>
    public (Standing Standing, bool SettlesReading) Try(EvidenceSnapshot record)
    {
        var readings = Readings(record, _ => true);
        return (Stand(readings), readings.Zip(_finding.Readings).Any(pair => Judge.IsDecided(pair.First) && !Judge.IsDecided(pair.Second)));
    }

    /// <summary>The verdict on the same record with these days asked about, where a reading has none.</summary>
    public Verdict On(EvidenceSnapshot record, DayRange days) =>
        _judge.OfAll(Readings(record, _ => true, question => question.When is null ? question with { When = days } : question));

    private Standing Stand(ImmutableArray<CheckedReading> readings) =>
        new(_judge.OfAll(readings), string.Concat(readings.Select(reading => Standing.PlaceOf(_finding.Claim.Expects, reading.Answer))));

    private ImmutableArray<CheckedReading> Readings(EvidenceSnapshot record, Func<int, bool> asks, Func<Question, Question>? change = null)
    {
        var answerer = new Answerer(record, _mute);
        return [.. _finding.Readings.Select((reading, i) => asks(i) && reading.Reading.Question is not Question.Open ? Ask(answerer, reading, change) : reading)];
    }

    private CheckedReading Ask(Answerer answerer, CheckedReading reading, Func<Question, Question>? change)
    {
        Asked++;
        var answer = answerer.Answer(change is null ? reading.Reading.Question : change(reading.Reading.Question));
        return reading with { Answer = answer, Verdict = _judge.OfReading(_finding.Claim, answer) };
    }
}
