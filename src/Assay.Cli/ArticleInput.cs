using Assay.Articles;
using Assay.Formats;
using Assay.Formats.Articles;

namespace Assay.Cli;

/// <summary>Reads the articles that a user names; <c>-</c> is standard input.</summary>
internal static class ArticleInput
{
    public const string StandardInput = "-";

    /// <summary>What messages call it.</summary>
    public static string NameOf(string name) => name == StandardInput ? "standard input" : name;

    /// <summary>Reads one article, with the date and language that the user gives in place of its own.</summary>
    /// <exception cref="StopException">It can't be read.</exception>
    public static Article Read(string name, ArticleOptions.Values given)
    {
        var article = Read(name, given.AllowPrivate);
        if (given.Date is { } date) article = article with { Date = date };
        return given.Language is { } language ? article with { Language = language } : article;
    }

    private static Article Read(string name, bool allowPrivate)
    {
        try
        {
            if (ArticleAddress.Is(name)) return ArticleAddress.FetchAsync(new Uri(name), new FetchOptions { AllowPrivate = allowPrivate }).GetAwaiter().GetResult();
            if (name != StandardInput) return ArticleFile.Read(name);
            using var input = Console.OpenStandardInput();
            return ArticleFile.Read(input, NameOf(name));
        }
        catch (InvalidDataFileException error)
        {
            throw StopException.Input(error.Message);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StopException.Input($"{name}: there is no such file; check the name");
        }
        catch (UnauthorizedAccessException)
        {
            throw StopException.Input($"{name}: reading it is not allowed; check its permissions");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            throw StopException.Input($"{name}: it cannot be read: {error.Message}");
        }
    }
}
