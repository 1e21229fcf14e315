using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns.Publishing;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sns.Api;

/// <summary>
/// The query protocol, and the certificate of the signatures, which anyone can read
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
/// </summary>
internal sealed class SnsApi
{
    private static readonly AwsQueryProtocol Query = new()
    {
        Namespace = QueryDocument.Schema,
        NoAction = () => new SnsException("MissingAction", 400, "The request must contain the parameter Action."),
        Read = QueryMembers.Read,
        Write = QueryDocument.Write,
        WriteJson = QueryDocument.WriteJson,
    };

    private readonly AwsQueryEndpoint _query;
    private readonly AwsOperations _operations;
    private readonly SigningCertificate _certificate;

    /// <summary>Serves the operations on topics.</summary>
    public SnsApi(Topics topics, Publisher publisher, SigningCertificate certificate, IIdentities identities)
    {
        _certificate = certificate;
        _operations = new SnsOperations(topics, publisher).Table(identities);
        _query = new(Query, _operations);
    }

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _operations.Names;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) =>
        SigningCertificate.IsPath(context.Request.Path) && context.Request.Path == $"/{_certificate.FileName}"
            ? WriteCertificateAsync(context)
            : _query.HandleAsync(context, caller);

    private Task WriteCertificateAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-pem-file";
        return context.Response.WriteAsync(_certificate.Pem, context.RequestAborted);
    }
}
