using Assay.Articles;
using Assay.Claims;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using BenchmarkDotNet.Attributes;

namespace Assay.Benchmarks;

/// <summary>One article of 4 kB, from its text to findings, and the parts of the way there; beside it what a process does once.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private readonly Article _article = SampleArticles.Make(1, 4000)[0];
    private ClaimFinder _finder = null!;
    private Assayer _assayer = null!;
    private Claim[] _claims = [];
    private SensitivityAnalysis _analysis = null!;
    private CheckedArticle _checked = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var evidence = EvidencePack.Embedded();
        _finder = new ClaimFinder(RuleFiles.Default, evidence);
        _assayer = new Assayer(evidence, RuleFiles.Default);
        _analysis = new SensitivityAnalysis(evidence, RuleFiles.Default);
        _checked = _assayer.Check(_article);
        _claims = [.. _finder.Find(_article, _article.Date).Claims];
    }

    [Benchmark(Baseline = true)]
    public CheckedArticle Check() => _assayer.Check(_article);

    [Benchmark]
    public ArticleClaims FindClaims() => _finder.Find(_article, _article.Date);

    [Benchmark]
    public int AnswerClaims() => _claims.Sum(claim => _assayer.Check(claim).Readings.Length);

    [Benchmark]
    public CheckedArticle WhatWouldChange() => _analysis.Of(_checked);

    [Benchmark]
    public Assayer LoadPacksAndPrepare() => new(EvidencePack.Embedded(), RuleFiles.Default);
}
