using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;
using Assay.Records;

namespace Assay.Claims.Corrections;

/// <summary>Reads what stands in the roles of one form, and keeps what is wrong there.</summary>
internal sealed class RoleFillings(ClaimForm form, EntityNames names, EvidenceSnapshot evidence, RoleLists lists, IEnumerable<FormLanguage> languages)
{
    private const int MostShown = 60;
    private const int MostSeveral = 40;
    private readonly ImmutableArray<FormRole> _roles = ClaimForm.RolesOf(form.Kind);
    private readonly List<FormProblem> _problems = [];

    public IReadOnlyList<FormProblem> Problems => _problems;

    /// <summary>Whether a role is filled that something could be asked by: not only choices that have an answer where nothing is chosen.</summary>
    public bool AreAsked => _roles.Any(role => Has(role.Name) && (role.Takes != RoleTakes.Choice || role.IsRequired));

    public bool Has(string role) => !string.IsNullOrWhiteSpace(form[role]);

    public void Report(string field, string code, string found, string accepted, IEnumerable<string>? near = null) =>
        _problems.Add(new FormProblem(field, code, Shown(found), accepted) { DidYouMean = [.. near ?? []] });

    /// <summary>Reports every required role that nothing stands in.</summary>
    public void Require()
    {
        foreach (var role in _roles.Where(role => role.IsRequired && !Has(role.Name))) Missing(role);
    }

    public void Missing(string role) => Missing(Role(role));

    /// <summary>All the entities of a role taken together, with the article's words for them if these are known.</summary>
    public Party Party(string role, HolderSense sense = HolderSense.Itself, Party? before = null)
    {
        var ids = Entities(role);
        var words = before is not null && before.Entities.SequenceEqual(ids) ? before.Words : string.Join(", ", ids.Select(evidence.NameOf));
        return new Party(words, ids, sense);
    }

    public Party? Optional(string role) => Has(role) ? Party(role) : null;

    /// <summary>The entities of a role, each by itself.</summary>
    public ImmutableArray<Party> Parties(string role) => [.. Entities(role).Select(id => new Party(evidence.NameOf(id), [id], HolderSense.Itself))];

    public ImmutableArray<EntityId> Entities(string name)
    {
        var role = Role(name);
        var found = ImmutableArray.CreateBuilder<EntityId>();
        foreach (var words in Fillings(role))
            if (Entity(role, words) is { } id && !found.Contains(id)) found.Add(id);
        return found.ToImmutable();
    }

    public string Goods(string name)
    {
        if (!Has(name)) return "";
        var words = form[name].Trim();
        foreach (var language in languages)
            if (Commodities.Find(language.Lexicon, words) is { } goods) return goods;
        Report(Field(name), "unknown", words, "goods that the rules know", NearWords.Find(words, languages.First().Lexicon.Goods.Keys));
        return "";
    }

    /// <summary>The word chosen, or the usual one.</summary>
    public string Choice(string name) => Choices(name) is [var one, ..] ? one : Role(name).Default;

    public ImmutableArray<string> Choices(string name)
    {
        var role = Role(name);
        var known = lists.Of(role);
        var chosen = ImmutableArray.CreateBuilder<string>();
        foreach (var words in Fillings(role))
        {
            // Topics of which any will do ("military/defence") have slashes between them.
            string[] either = role.List == ChoiceList.AgreementTopics ? words.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [words];
            var one = either.Select(word => Chosen(role, known, word)).ToList();
            if (!one.Contains(null)) chosen.Add(string.Join('/', one));
        }
        return chosen.ToImmutable();
    }

    /// <summary>A share, or null where nothing or nothing readable stands there.</summary>
    public Expectation.Band? Figure(string name)
    {
        if (!Has(name)) return null;
        if (ExpectationWords.Share(form[name], languages) is { Denied: false } band) return band;
        Report(Field(name), "not-an-answer", form[name], "a share: 25 %, about a quarter, more than half");
        return null;
    }

    public DayRange? Date(string name, PartialDate? asOf)
    {
        if (!Has(name)) return null;
        if (TimeWords.Days(form[name], languages, asOf) is { Days: { } days }) return days;
        Report(Field(name), "not-a-date", form[name], TimeWords.Accepted);
        return null;
    }

    public string Words(string name) => form[name].Trim();

    public ImmutableArray<string> Words(string name, char separator) => [.. form[name].Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string Field(string role) => $"roles.{role}";

    public static string Shown(string found) => found.Length <= MostShown ? FormOfClaim.Clean(found) : $"{FormOfClaim.Clean(found[..MostShown])}…";

    private FormRole Role(string name) => _roles.First(role => role.Name == name);

    private void Missing(FormRole role) => Report(Field(role.Name), "missing", "", Accepted(role));

    private ImmutableArray<string> Fillings(FormRole role)
    {
        if (!Has(role.Name)) return [];
        if (!role.IsSeveral) return [form[role.Name].Trim()];
        var fillings = Words(role.Name, ClaimForm.Separator);
        if (fillings.Length <= MostSeveral) return fillings;
        Report(Field(role.Name), "too-long", form[role.Name], $"at most {MostSeveral} of them");
        return [];
    }

    private EntityId? Entity(FormRole role, string words)
    {
        bool IsWanted(Entity entity) => role.Kinds.IsEmpty || role.Kinds.Contains(entity.Kind);
        var isQuoted = words is ['"', .., '"'];
        var found = isQuoted ? [] : names.Find(words, IsWanted);
        if (isQuoted) Report(Field(role.Name), "not-linked", words, Accepted(role), NearWords.Find(words.Trim('"'), names.Near(words.Trim('"'), IsWanted)));
        else if (found.IsEmpty) Report(Field(role.Name), "unknown", words, Accepted(role), NearWords.Find(words, names.Near(words, IsWanted)));
        else if (!found.Any(IsWanted)) Report(Field(role.Name), "wrong-kind", $"{words} ({Kind(found[0].Kind)})", Accepted(role));
        else if (found.Length > 1) Report(Field(role.Name), "several", words, "one of those that go by this name, by id", found.Select(entity => entity.EntityId.Value));
        else return found[0].EntityId;
        return null;
    }

    private string? Chosen(FormRole role, ImmutableArray<FormChoice> known, string word)
    {
        if (known.FirstOrDefault(choice => choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase) || choice.Text.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } found) return found.Word;
        if (role.List == ChoiceList.AgreementTopics && TopicOf(word) is { } topic) return topic;
        Report(Field(role.Name), "unknown", word, role.List == ChoiceList.Fixed ? $"one of {string.Join(", ", role.Choices)}" : "a word of its list", NearWords.Find(word, known.Select(choice => choice.Word)));
        return null;
    }

    /// <summary>What an article's words for a topic stand for.</summary>
    private string? TopicOf(string words)
    {
        foreach (var language in languages)
            if (language.Tokens(words) is { IsEmpty: false } tokens && language.Lexicon.AgreementTopics.Match(tokens, 0, out var topic) == tokens.Length)
                return string.Join('/', topic!.Kinds.Concat(topic.Topics).Distinct());
        return null;
    }

    private static string Accepted(FormRole role) => role.Takes switch
    {
        RoleTakes.Entity when role.Kinds.IsEmpty => "a name or id that the record knows",
        RoleTakes.Entity => $"a {string.Join(", ", role.Kinds.Select(Kind))}, by a name or id that the record knows",
        RoleTakes.Goods => "goods that the rules know",
        RoleTakes.Choice when role.List == ChoiceList.Fixed => $"one of {string.Join(", ", role.Choices)}",
        RoleTakes.Choice => "a word of its list",
        RoleTakes.Figure => "a share: 25 %, about a quarter, more than half",
        RoleTakes.Date => TimeWords.Accepted,
        _ => "words",
    };

    private static string Kind(EntityKind kind) => kind.ToString().ToLowerInvariant();
}
