using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>What was read in an article.</summary>
/// <param name="Claims">The claims, in the order of the article.</param>
/// <param name="NotCheckable">The passages that are none.</param>
/// <param name="Coverage">What became of each sentence.</param>
public sealed record ArticleClaims(ImmutableArray<Claim> Claims, ImmutableArray<NotCheckable> NotCheckable, Coverage Coverage);

/// <summary>Finds the claims of an article. Safe to share between threads.</summary>
public sealed class ClaimFinder
{
    private readonly Lexicon _lexicon;
    private readonly ArticleParser _parser;
    private readonly FrameFinder _frames;
    private readonly UnitTable _units;
    private readonly ImmutableArray<RegimeWords> _regimes;
    private readonly Lazy<PropositionIndex> _propositions;
    private readonly LanguageDetector _languages;
    private readonly ImmutableArray<(string Language, Lazy<ClaimFinder> Finder)> _others;

    /// <summary>Prepares the names of the record and the frames for reading.</summary>
    public ClaimFinder(RuleSet rules, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(evidence);
        _lexicon = rules.Lexicon;
        _languages = new LanguageDetector(rules.Lexicon, rules.Others);
        _others = [.. rules.Others.Select(other => (other.Language, new Lazy<ClaimFinder>(() => new ClaimFinder(rules with { Lexicon = other.Lexicon, Frames = other.Frames, Others = [] }, evidence))))];
        _parser = new ArticleParser(rules.Lexicon, evidence);
        _frames = new FrameFinder(rules.Lexicon, rules.Frames);
        _units = rules.Units;
        _regimes = rules.Meters.Regimes;
        _propositions = new Lazy<PropositionIndex>(() => new PropositionIndex(rules.Lexicon, _parser, evidence));
    }

    /// <summary>The language that an article says it is in or was forced to, else the one detected; <c>und</c> where it is none that the rules know.</summary>
    public string LanguageOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Language != "und" ? article.Language : _languages.Detect(article.Quote(article.Body)) ?? "und";
    }

    /// <summary>Finds what an article claims, relative dates taken from <paramref name="asOf"/>.</summary>
    public ArticleClaims Find(Article article, PartialDate? asOf) => Find(article, asOf, null, out _);

    /// <summary>The same, with what each claim came from and what was seen and let go.</summary>
    public ReadArticle Read(Article article, PartialDate? asOf)
    {
        var log = new ReadingLog();
        var found = Find(article, asOf, log, out var sentences);
        return log.Of(sentences, _lexicon.Linking, found);
    }

    private ArticleClaims Find(Article article, PartialDate? asOf, ReadingLog? log, out ImmutableArray<ParsedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(article);
        sentences = [];
        var language = LanguageOf(article);
        if (language != _lexicon.Language)
            return _others.FirstOrDefault(other => other.Language == language).Finder is { } reader ? reader.Value.Find(article with { Language = language }, asOf, log, out sentences) : new([], [], Coverage.None);
        sentences = _parser.Parse(article, asOf);
        var context = new ClaimContext { MainState = MainState(sentences) };
        var builder = new ClaimBuilder(article, _lexicon, _units, _regimes, asOf, context, _propositions);
        var open = new OpenClaimFinder(article, _lexicon, asOf);
        var stances = new StanceReader(article, _lexicon);
        var figures = new LooseFigures(article, _lexicon);
        var sayings = new SayingFinder(article, _lexicon, _propositions, asOf);
        var drafts = new List<ClaimDraft>();
        var passages = new List<Passage>();
        var number = 0;
        foreach (var sentence in sentences)
        {
            context.Sentence = number++;
            if (sentence.Sentence.IsTooLong) passages.Add(new Passage(sentence.Sentence.Span, "too-long"));
            var typed = Typed(sentence, builder, stances, context, log);
            var before = drafts.Count;
            drafts.AddRange(typed);
            Rest(sentence, typed, open, stances, sayings, drafts, passages, log);
            drafts.AddRange([.. figures.Find(sentence, drafts[before..])]);
        }
        return Number(article, asOf, sentences, drafts, passages, log);
    }

    /// <summary>The state named five times or more, and half as often again as any other.</summary>
    private static Party? MainState(ImmutableArray<ParsedSentence> sentences)
    {
        var states = sentences.SelectMany(s => s.Elements).Select(e => e.Name?.OfKind(EntityKind.State)).OfType<Entity>()
            .GroupBy(e => e.EntityId).Select(g => (Entity: g.First(), Count: g.Count())).OrderByDescending(g => g.Count).Take(2).ToArray();
        return states.Length > 0 && states[0].Count >= 5 && (states.Length == 1 || 2 * states[0].Count >= 3 * states[1].Count)
            ? new Party(states[0].Entity.Name, [states[0].Entity.EntityId], HolderSense.Itself) : null;
    }

    private List<ClaimDraft> Typed(ParsedSentence sentence, ClaimBuilder builder, StanceReader stances, ClaimContext context, ReadingLog? log)
    {
        var typed = new List<ClaimDraft>();
        foreach (var match in _frames.Find(sentence, log))
        {
            var verb = match.Clause is null ? null : match.Matched.Select(e => e.Verb).FirstOrDefault(v => v is { IsFinite: true }) ?? match.Clause.Verb;
            if (stances.Read(sentence, match.Clause, verb) is not { } stance)
            {
                log?.Reject(match, RejectionReason.NotPutForward);
                continue;
            }
            var before = typed.Count;
            foreach (var draft in builder.Build(match, stance))
            {
                typed.Add(draft);
                context.Remember(draft.Content);
            }
            if (typed.Count == before) log?.Reject(match, RejectionReason.MakesNoClaim);
        }
        return typed;
    }

    /// <summary>The clauses that no typed claim takes: claims of their own, or passages that are none.</summary>
    private void Rest(ParsedSentence sentence, List<ClaimDraft> typed, OpenClaimFinder open, StanceReader stances, SayingFinder sayings, List<ClaimDraft> drafts, List<Passage> passages, ReadingLog? log)
    {
        for (var i = 0; i < sentence.Clauses.Length; i++)
        {
            var clause = sentence.Clauses[i];
            if (clause.Span.Length == 0) continue;
            // What a question asks is no claim; what it takes for granted in a clause of its own may be.
            if (sentence.Sentence.IsQuestion && (clause.Kind is ClauseKind.Main || clause.Marker is "what" or "how" or "why" or "when" or "where"))
            {
                if (!typed.Any(t => Takes(t, clause))) log?.PassOver(clause.Span, PassReason.Asked);
                continue;
            }
            var why = open.WhyNot(sentence, clause);
            var isTaken = typed.Any(t => !t.LeavesClause && Takes(t, clause));
            if (why.Length > 0)
            {
                if (!isTaken && clause.Verb is not null) passages.Add(OpenClaimFinder.Listed(sentence, clause, why));
                continue;
            }
            if (isTaken) continue;
            if (stances.Read(sentence, clause, clause.Verb, ofIntent: true) is not { } stance)
            {
                log?.PassOver(clause.Span, PassReason.NotPutForward);
                continue;
            }
            TextSpan? complement = null;
            if (clause.Verb is { } verb && _lexicon.Reporting.Contains(verb.Lemma) && i + 1 < sentence.Clauses.Length && sentence.Clauses[i + 1].Kind == ClauseKind.Complement)
            {
                // The saying is a claim of its own only where what is said is none.
                var said = sentence.Clauses[i + 1];
                if (!typed.Any(t => Takes(t, said)) && sayings.Find(sentence, clause, said) is { IsEmpty: false } sayingClaims)
                {
                    drafts.AddRange(sayingClaims);
                    i++;
                    continue;
                }
                if (typed.Any(t => Takes(t, said)) || open.WhyNot(sentence, said).Length == 0 && open.Find(sentence, said, Stance.Attributed, "", null).Any())
                {
                    log?.PassOver(clause.Span, PassReason.Saying);
                    continue;
                }
                complement = said.Span;
            }
            var found = drafts.Count;
            drafts.AddRange(open.Find(sentence, clause, stance.Stance, stance.Speaker, complement).Where(draft => !(IsMeasured(draft.Kind) && typed.Any(t => t.Kind == draft.Kind && draft.Span.Contains(t.Span)))));
            if (drafts.Count == found) log?.PassOver(clause.Span, PassReason.NoSign);
        }
    }

    /// <summary>What a frame reads as a figure or rank, its whole clause needn't say again.</summary>
    private static bool IsMeasured(ClaimKind kind) => kind is ClaimKind.Rank || LooseFigures.IsFigureKind(kind);

    /// <summary>A typed claim takes its own clause; if it is of none, one whose verb or most of whose words it holds. A clause inserted into its own is left.</summary>
    private static bool Takes(ClaimDraft draft, Clause clause)
    {
        if (draft.Match?.Clause is not { } own) return Holds(draft.Occupies, clause);
        return own == clause || clause.Kind != ClauseKind.Relative && Holds(draft.Occupies, clause);
    }

    private static bool Holds(TextSpan claim, Clause clause)
    {
        if (clause.VerbAt >= 0 && claim.Contains(clause.Elements[clause.VerbAt].Span)) return true;
        var shared = Math.Min(claim.End, clause.Span.End) - Math.Max(claim.Start, clause.Span.Start);
        return shared * 2 > clause.Span.Length;
    }

    private ArticleClaims Number(Article article, PartialDate? asOf, ImmutableArray<ParsedSentence> sentences, List<ClaimDraft> drafts, List<Passage> passages, ReadingLog? log)
    {
        var claims = new List<Claim>();
        var irony = new IronyMarks(article, sentences, _lexicon);
        // Twins say the same of their time in the same words: an article of ten thousand claims looks among those alone.
        var alike = new Dictionary<(ClaimKind, DayRange?, string), List<int>>();
        foreach (var draft in drafts.OrderBy(d => d.Span.Start).ThenBy(d => d.Span.End).ThenBy(d => d.Kind))
        {
            var key = (draft.Kind, draft.Time.Days, draft.Expects.Words.ToUpperInvariant());
            if (!alike.TryGetValue(key, out var others)) alike[key] = others = [];
            if (Twin(others, draft) is { } twin)
            {
                if (claims[twin].Span != draft.Span) claims[twin] = claims[twin] with { Also = claims[twin].Also.Add(draft.Span) };
                log?.Repeats(claims[twin].Id, draft);
                continue;
            }
            others.Add(claims.Count);
            claims.Add(new Claim
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"c{claims.Count + 1}"),
                Span = draft.Span,
                Quote = article.Quote(draft.Span),
                Kind = draft.Kind,
                Stance = draft.Stance,
                Content = draft.Content,
                Expects = draft.Expects,
                Time = draft.Time,
                AsOf = asOf,
                Frame = draft.Frame,
                Speaker = draft.Speaker,
                Notes = irony.In(draft.Span),
            });
            log?.Made(claims[^1].Id, draft);
        }
        return new ArticleClaims(
            [.. claims],
            [.. passages.OrderBy(p => p.Span.Start).ThenBy(p => p.Span.End).DistinctBy(p => p.Span).Select((p, i) =>
                new NotCheckable(string.Create(CultureInfo.InvariantCulture, $"n{i + 1}"), p.Span, article.Quote(p.Span), p.Why))],
            Coverage.Of(sentences, claims.SelectMany(claim => claim.Also.Prepend(claim.Span)), passages.Select(passage => passage.Span)));

        int? Twin(List<int> among, ClaimDraft draft)
        {
            foreach (var at in among)
                if (claims[at].Content.Equals(draft.Content) && claims[at].Expects.Equals(draft.Expects)) return at;
            if (draft.Kind is ClaimKind.Other or ClaimKind.Event) return null;
            foreach (var at in among)
                if (SameContent(claims[at].Content, draft.Content)) return at;
            return null;
        }
    }

    /// <summary>Record equality is shallow over collections: compare what the parties are.</summary>
    private static bool SameContent(Content left, Content right) => (left, right) switch
    {
        (Content.Membership a, Content.Membership b) => Same(a.Member, b.Member) && Same(a.Body, b.Body) && a.Sense == b.Sense,
        (Content.Ownership a, Content.Ownership b) => Same(a.Owner, b.Owner) && a.Owned.Entity == b.Owned.Entity && a.Owned.Commodity == b.Owned.Commodity && a.Owned.Of == b.Owned.Of && a.Quantifier == b.Quantifier,
        (Content.Agreement a, Content.Agreement b) => a.Sense == b.Sense && a.Parties.Length == b.Parties.Length && a.Parties.Zip(b.Parties).All(p => Same(p.First, p.Second))
            && a.Signed == b.Signed && a.SigningPlace == b.SigningPlace && a.About.Length == b.About.Length && a.About.Zip(b.About).All(p => p.First.SequenceEqual(p.Second)),
        (Content.Quantity a, Content.Quantity b) => Same(a.Subject, b.Subject) && a.Commodity == b.Commodity && a.Counts == b.Counts,
        (Content.ShareOfTotal a, Content.ShareOfTotal b) => Same(a.Subject, b.Subject) && Same(a.Whole, b.Whole) && a.Commodity == b.Commodity && a.Counts == b.Counts,
        (Content.RouteShare a, Content.RouteShare b) => Same(a.Origin, b.Origin) && Same(a.Via, b.Via) && a.Commodity == b.Commodity && a.IsOfExports == b.IsOfExports,
        (Content.TradeShare a, Content.TradeShare b) => Same(a.Country, b.Country) && Same(a.Partner, b.Partner) && a.Flow == b.Flow,
        (Content.Rank a, Content.Rank b) => Same(a.Subject, b.Subject) && a.Commodity == b.Commodity,
        _ => false,
    };

    private static bool Same(Party left, Party right) => !left.Entities.IsEmpty && left.Entities.SequenceEqual(right.Entities) && left.Sense == right.Sense;
}
