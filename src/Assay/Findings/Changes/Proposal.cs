using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>A row that might be missing, with the records in which it stands and says one thing or another.</summary>
/// <param name="Row">The row.</param>
/// <param name="Weight">What part of the whole it is about, in percent; 100 where that has no meaning.</param>
internal sealed record Proposal(MissingRow Row, decimal Weight = 100)
{
    private const int Steps = 64;

    /// <summary>The record with each thing that the row might say.</summary>
    public ImmutableArray<Func<EvidenceSnapshot>> Says { get; init; } = [];

    /// <summary>The record with any figure from nothing (0) to the greatest possible (1).</summary>
    public Func<decimal, EvidenceSnapshot>? Sweep { get; init; }

    /// <summary>The proposal with what came of trying it.</summary>
    public Tried Try(WhatIf whatIf)
    {
        var tried = (Sweep is null ? Says.Select(record => whatIf.Try(record())) : Swept(whatIf)).ToList();
        var isDecided = tried.Select(one => one.Standing.Verdict != Verdict.NotEnoughEvidence).ToList();
        return isDecided.Count > 0 && isDecided.TrueForAll(decided => decided) ? new Tried(this, Decides.Surely, true)
            : isDecided.Contains(true) ? new Tried(this, Decides.Could, true)
            : new Tried(this, Decides.WithOthers, tried.Exists(one => one.SettlesReading));
    }

    // Where both ends decide, every standing on the way, each once; else whether anything on the way decides.
    private List<(Standing Standing, bool SettlesReading)> Swept(WhatIf whatIf)
    {
        var known = new SortedDictionary<int, (Standing Standing, bool SettlesReading)>();
        var ends = new[] { At(0), At(Steps) }.Count(one => one.Standing.Verdict != Verdict.NotEnoughEvidence);
        if (ends == 2) Between(0, Steps);
        else if (ends == 0 && At(0).Standing != At(Steps).Standing) foreach (var quarter in (int[])[1, 2, 3]) At(quarter * Steps / 4);
        return [.. known.Values];

        void Between(int low, int high)
        {
            if (At(low).Standing == At(high).Standing || high - low <= 1) return;
            var middle = low + (high - low) / 2;
            Between(low, middle);
            Between(middle, high);
        }

        (Standing Standing, bool SettlesReading) At(int step) => known.TryGetValue(step, out var found) ? found : known[step] = whatIf.Try(Sweep!((decimal)step / Steps));
    }
}

/// <summary>What came of trying a proposal.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Decides">Whether it decides the verdict.</param>
/// <param name="Tells">Whether it settles anything, the verdict or one of the readings.</param>
internal sealed record Tried(Proposal Proposal, Decides Decides, bool Tells);
