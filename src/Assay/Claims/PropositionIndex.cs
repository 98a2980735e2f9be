using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// The propositions of the record, to tell whether an article's words say one of them. Two strict ways: the same words in the same order,
/// or somebody accused of an event of the same kind, time and country. What is not surely the same is not matched.
/// </summary>
internal sealed class PropositionIndex
{
    private readonly Lexicon _lexicon;
    private readonly ImmutableArray<Known> _known;

    private sealed record Known(string Id, ImmutableArray<string> Words, EntityId? First, bool IsBlame, ImmutableArray<Event> About);

    public PropositionIndex(Lexicon lexicon, ArticleParser parser, EvidenceSnapshot evidence)
    {
        _lexicon = lexicon;
        var propositions = evidence.Rows<Proposition>().ToArray();
        if (propositions.Length == 0)
        {
            _known = [];
            return;
        }
        var about = evidence.Rows<Attribution>().ToLookup(row => row.PropositionId, row => row.About);
        var subjects = about.SelectMany(ids => ids).Select(id => id.ToString()).Distinct().ToArray();
        var events = evidence.Rows<Event>(RowKey.Event, subjects).ToDictionary(row => row.EventId);
        _known = [.. propositions.Select(row =>
        {
            var elements = parser.Parse(Article.FromText(row.Sentence), null).SelectMany(sentence => sentence.Elements).ToImmutableArray();
            return new Known(row.PropositionId, WordsOf(elements), elements.Select(e => e.Name?.Entity?.EntityId).FirstOrDefault(id => id is not null),
                elements.Any(e => e.Verb is { IsNegated: false } verb && lexicon.Disputes.Blame.Contains(verb.Lemma)),
                [.. about[row.PropositionId].Distinct().Select(id => events.GetValueOrDefault(id)).OfType<Event>()]);
        })];
    }

    /// <summary>The proposition that a clause says in the same words, or null.</summary>
    public string? FindSame(ImmutableArray<Element> elements)
    {
        var words = WordsOf(elements);
        return words.Length < 3 ? null : Only(_known.Where(known => known.Words.SequenceEqual(words)));
    }

    /// <summary>The proposition that lays an event at the door of the accused: of the kind, time and country that the sentence tells; or null.</summary>
    public string? FindAccusation(FrameMatch match, Element accused, DayRange? days)
    {
        if (days is not { } when || when.Last.DayNumber - when.First.DayNumber > 366 || accused.Name is not { Via: not NameVia.Anaphor } name) return null;
        if (!IsBlamed(match, accused)) return null;
        var kinds = match.Elements.Skip(match.From).Take(match.To - match.From + 6).TakeWhile((e, i) => i < match.To - match.From || e.Verb is not { IsFinite: true } && !(e.IsMark && e.Text is "," or ";"))
            .Where(e => e.IsWord).SelectMany(e => _lexicon.Disputes.Happenings.GetValueOrDefault(e.Text, [])).ToHashSet();
        var named = match.Sentence.Elements.Where(e => e.Name is not null && e != accused).Select(e => e.Name!.Entity?.EntityId).OfType<EntityId>().ToHashSet();
        return Only(_known.Where(known => known.IsBlame && known.First is { } first && name.Candidates.Any(c => c.EntityId == first)
            && known.About.Any(row => kinds.Contains(row.Kind) && row.Participants.Any(named.Contains) && Overlaps(row, when))));
    }

    /// <summary>Whether the words lay something at the door of the accused: a verb of planning, or "behind", not of ignoring or denouncing it.</summary>
    private bool IsBlamed(FrameMatch match, Element accused)
    {
        var at = match.Elements.IndexOf(accused);
        var reach = match.Elements.Skip(Math.Min(at, match.From)).Take(match.To - match.From + 4).ToArray();
        return reach.Any(e => e.Verb is { IsNegated: false, Modal.Length: 0 } verb ? _lexicon.Disputes.Blame.Contains(verb.Lemma) || verb.Lemma == "blame"
            : e.IsWord && (e.Text == "behind" || _lexicon.Verbs.TryGetValue(e.Text, out var form) && _lexicon.Disputes.Blame.Contains(form.Lemma)));
    }

    private static string? Only(IEnumerable<Known> found)
    {
        var ids = found.Select(known => known.Id).Distinct().Take(2).ToArray();
        return ids.Length == 1 ? ids[0] : null;
    }

    private static bool Overlaps(Event row, DayRange days) => row.From is { } from && new DayRange(from.First, (row.To ?? from).Last < from.First ? from.Last : (row.To ?? from).Last).Overlaps(days);

    /// <summary>What a sentence says, in order: names by what they stand for, verbs by lemma with their denial and voice, figures, dates, nouns.</summary>
    private static ImmutableArray<string> WordsOf(ImmutableArray<Element> elements) =>
    [
        .. elements.Select(e => e switch
        {
            { Mention: Mention.Name name } => name.Entity?.EntityId.ToString() ?? e.Text,
            { Mention: Mention.Figure figure } => string.Create(CultureInfo.InvariantCulture, $"{figure.Band.Low:0.##}-{figure.Band.High:0.##}{figure.Unit}"),
            { Mention: Mention.Time time } => time.Days?.ToString() ?? e.Text,
            { Mention: not null } => e.Text,
            { Verb: { } verb } => $"{(verb.IsNegated ? "not " : "")}{verb.Modal}{string.Join(' ', verb.Governors)}{(verb.IsPassive ? "passive " : "")}{(verb.Time == VerbTime.Future ? "future " : "")}{verb.Lemma}",
            { IsMark: true } => "",
            _ when e.Is(WordClass.Determiner) && !e.Is(WordClass.Twist) && e.Text is "a" or "an" or "the" => "",
            _ when e.Text is "that" => "",
            _ => e.Text,
        }).Where(word => word.Length > 0),
    ];
}
