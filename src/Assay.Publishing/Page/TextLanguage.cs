using Assay.Articles;

namespace Assay.Publishing.Page;

/// <summary>The language of quoted text for the <c>lang</c> attribute; empty (language not known) for anything that is no code.</summary>
internal static class TextLanguage
{
    public static string Of(Article article) =>
        article.Language.Length is 2 or 3 && article.Language != "und" && article.Language.All(char.IsAsciiLetterLower) ? article.Language : "";
}
