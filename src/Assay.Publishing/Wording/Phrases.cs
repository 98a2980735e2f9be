using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Assay.Publishing.Wording;

/// <summary>
/// The phrases of a part of the interface in every language, from one resource file a language (<c>NAME.en.resx</c>, <c>NAME.ru.resx</c>). A phrase may have
/// places, <c>{0}</c>; one that goes with a number has a form for each grammatical number, parted by bars.
/// </summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLanguage;

    /// <summary>The phrases of a resource file, as <c>Assay.Publishing.Wording.Words</c>.</summary>
    public Phrases(string name) => _byLanguage = InterfaceLanguage.All.ToFrozenDictionary(language => language, language => Read($"{name}.{language}"));

    /// <summary>The keys of a language.</summary>
    public IReadOnlyList<string> Keys(string language) => _byLanguage[language].Keys;

    /// <summary>Whether there is such a phrase.</summary>
    public bool Has(string key) => _byLanguage[InterfaceLanguage.Default].ContainsKey(key);

    /// <summary>A phrase in the language in force.</summary>
    public string Of(string key) => _byLanguage[InterfaceLanguage.Current].TryGetValue(key, out var phrase) ? phrase : throw new MissingManifestResourceException($"there is no phrase '{key}' in '{InterfaceLanguage.Current}'");

    /// <summary>A phrase with its places filled.</summary>
    public string Of(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Of(key), values);

    /// <summary>A phrase in the form that goes with a number, which is its first place.</summary>
    public string Count(string key, long number, params ReadOnlySpan<object?> more)
    {
        var forms = Of(key).Split('|');
        return string.Format(CultureInfo.InvariantCulture, forms[Math.Min(Form(InterfaceLanguage.Current, number), forms.Length - 1)], [number, .. more]);
    }

    /// <summary>Several words of one phrase, parted by bars.</summary>
    public string[] List(string key) => Of(key).Split('|');

    /// <summary>How many forms a language has for numbers.</summary>
    public static int Forms(string language) => language == "ru" ? 3 : 2;

    // The plural rules of the Unicode CLDR for whole numbers.
    private static int Form(string language, long number) => language switch
    {
        "ru" when number % 10 == 1 && number % 100 != 11 => 0,
        "ru" when number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) => 1,
        "ru" => 2,
        _ => number == 1 ? 0 : 1,
    };

    private static FrozenDictionary<string, string> Read(string name)
    {
        var words = new ResourceManager(name, typeof(Phrases).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        return words.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
