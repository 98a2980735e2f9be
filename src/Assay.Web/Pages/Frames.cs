using System.Collections.Immutable;
using Assay.Publishing.Site;
using Assay.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>Makes the frame of a page from what is known of its visitor.</summary>
internal sealed class Frames(WorkbenchOptions options, IAntiforgery antiforgery)
{
    /// <summary>The frame of a page that is made for this visitor alone: it may hold forms, and is not kept.</summary>
    public SiteFrame Own(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return Common(context) with
        {
            Account = context.User.Identity?.Name ?? "", IsEditor = context.User.IsInRole(Roles.Editor) || context.User.IsInRole(Roles.Admin),
            IsAdmin = context.User.IsInRole(Roles.Admin),
            IsFirstVisitor = context.User.HasClaim(FirstVisitor.ClaimType, FirstVisitor.ClaimValue), Token = (tokens.FormFieldName, tokens.RequestToken ?? ""),
        };
    }

    /// <summary>The frame of a page that is the same for everybody.</summary>
    public SiteFrame Common(HttpContext context, params ImmutableArray<(string Type, string Path)> alternates) => new()
    {
        SiteName = options.SiteName, BaseAddress = BaseAddress(context), Path = context.Request.Path.Value ?? "/", Language = Language(context),
        Style = SiteFiles.Style.Path, Script = SiteFiles.Script.Path, Alternates = alternates,
    };

    /// <summary>The address that the site is reached at.</summary>
    public string BaseAddress(HttpContext context) => options.BaseAddress.Length > 0 ? options.BaseAddress : $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>The language of the interface.</summary>
    public static string Language(HttpContext context) => InterfaceChoice.Of(context);
}
