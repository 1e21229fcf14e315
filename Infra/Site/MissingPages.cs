using Amazon.CDK.AWS.CloudFront;
using Constructs;

namespace Lexicon.Infra.Site;

/// <summary>
/// A function of the edge, before the cache: what is none of the site's files is answered with the site's own page and 404. Functions see
/// no error of an origin, and error responses of the distribution would replace the API's, too
/// (<c>docs/decisions/0032-functions-by-jint.md</c>).
/// </summary>
internal sealed class MissingPages : Construct
{
    /// <param name="scope">What it is a part of.</param>
    /// <param name="id">Its name there.</param>
    /// <param name="name">A name of its own, which CloudFront wants one of in an account.</param>
    /// <param name="pages">The folder of the pages as they are deployed.</param>
    public MissingPages(Construct scope, string id, string name, string pages)
        : base(scope, id)
    {
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = $"{name}-missing-pages",
            Comment = "Lexicon: answers addresses that lead nowhere",
            Runtime = FunctionRuntime.JS_2_0,
            Code = FunctionCode.FromInline(MissingPagesCode.Write(pages)),
        });
    }

    public Function Function { get; }
}
