using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>The forms in which a language writes the names of a record, with the cases that each may stand in.</summary>
internal sealed class NameForms(Paradigms paradigms)
{
    private readonly Dictionary<string, (GrammaticalCase Cases, string Name)> _cases = new(StringComparer.Ordinal);

    /// <summary>A name in all its forms, itself first.</summary>
    public IEnumerable<string> Of(string name, EntityKind kind)
    {
        if (!name.Any(c => paradigms.Letters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal))) return [name];
        var forms = paradigms.Name(name, kind).Append((Form: name, Case: GrammaticalCase.None)).ToList();
        foreach (var (form, grammatical) in forms)
        {
            var key = string.Join(' ', Tokenizer.Split(form).Select(token => token.Folded));
            _cases[key] = (_cases.TryGetValue(key, out var known) ? known.Cases | grammatical : grammatical, known.Name ?? name);
        }
        return forms.Select(form => form.Form).Distinct();
    }

    /// <summary>The cases that a name as it stands in a text may be in; any where it is none of those told.</summary>
    public GrammaticalCase CasesOf(string folded) => _cases.TryGetValue(folded, out var known) && known.Cases != GrammaticalCase.None ? known.Cases : GrammaticalCase.Any;

    /// <summary>The name of which a text's words are a form; empty: none.</summary>
    public string NameOf(string folded) => _cases.TryGetValue(folded, out var known) ? known.Name : "";
}
