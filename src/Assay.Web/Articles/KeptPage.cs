using Microsoft.AspNetCore.Http;

namespace Assay.Web.Articles;

/// <summary>Answers with a page that is kept.</summary>
internal sealed class KeptPage(CachedPage page) : IResult
{
    public Task ExecuteAsync(HttpContext context) => page.SendAsync(context);
}
