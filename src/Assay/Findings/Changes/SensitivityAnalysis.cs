using System.Collections.Concurrent;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>
/// Finds what would change findings: for a verdict, the smallest change of one row that gives another; for a claim that is not settled, the
/// rows that would settle it. Each is tried: the record is asked again with it. Safe to share between threads.
/// </summary>
public sealed class SensitivityAnalysis
{
    private readonly EvidenceSnapshot _evidence;
    private readonly Wording _wording;
    private readonly Wording _mute;
    private readonly Judge _judge;

    /// <summary>Over the record and rules that gave the findings.</summary>
    public SensitivityAnalysis(EvidenceSnapshot evidence, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        _evidence = evidence;
        _wording = rules.Wording;
        // What is tried is judged, not read: no time goes into its sentences.
        _mute = new Wording(rules.Wording.Keys.Select(key => new KeyValuePair<string, string>(key, "-")));
        _judge = new Judge(rules.Verdicts);
    }

    /// <summary>The findings of an article, each with what would change it.</summary>
    /// <param name="article">A checked article.</param>
    /// <param name="mostFlips">How many flips of a finding to look for.</param>
    public CheckedArticle Of(CheckedArticle article, int mostFlips = 3)
    {
        ArgumentNullException.ThrowIfNull(article);
        // Each finding is searched by itself, and neighbours of one kind far longer than others: so they are dealt out one by one.
        return article with { Findings = [.. Partitioner.Create(article.Findings, loadBalance: true).AsParallel().AsOrdered().Select(finding => finding with { Sensitivity = Of(finding, mostFlips) })] };
    }

    /// <summary>What would change a finding.</summary>
    public Sensitivity Of(Finding finding, int mostFlips = 3)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!finding.IsAsked || finding.Picked is { IsOlder: true } || finding.Claim.Stance == Claims.Stance.Predicted) return new Sensitivity([], []);
        return finding.Verdict == Verdict.NotEnoughEvidence
            ? new Sensitivity([], Missing(finding).Run())
            : new Sensitivity(new FlipSearch(_evidence, _wording, finding, new WhatIf(finding, _judge, _mute), mostFlips).Run(), []);
    }

    /// <summary>The search for what would settle an open finding.</summary>
    internal MissingSearch Missing(Finding finding) => new(_evidence, _wording, finding, new WhatIf(finding, _judge, _mute));
}
