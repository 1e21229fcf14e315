using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.Aws.Api;

/// <summary>
/// The frame of the AWS query protocol (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html): the parameter <c>Action</c> names
/// the operation, the other parameters of form and query are its request, and documents of XML are the responses.
/// </summary>
internal sealed class AwsQueryEndpoint(AwsQueryProtocol protocol, AwsOperations operations)
{
    // A carriage return must not become a line feed on its way.
    private static readonly XmlWriterSettings Exact = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };

    /// <summary>Handles one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        try
        {
            var parameters = await ReadParametersAsync(context);
            var operation = parameters.GetValueOrDefault("Action") ?? throw protocol.NoAction();
            var request = protocol.Read(context.Request, parameters);
            if (operations.Names.Contains(operation))
            {
                AwsCallSpan.Name(operation);
            }

            await WriteAsync(context, operation, await operations.PerformAsync(new(context, caller, operation, request)));
        }
        catch (AwsException refusal)
        {
            await context.WriteAsync(ErrorProtocol.Query, refusal.QueryError);
        }
    }

    private static async Task<Dictionary<string, string>> ReadParametersAsync(HttpContext context)
    {
        var parameters = context.Request.Query.ToDictionary(static one => one.Key, static one => one.Value.ToString());
        if (context.Request.HasFormContentType)
        {
            // ASP.NET Core's own reader refuses a form with a null character, of which a service has something to say itself.
            using var reader = new StreamReader(context.Request.Body);
            foreach (var (name, value) in QueryHelpers.ParseQuery(await reader.ReadToEndAsync(context.RequestAborted)))
            {
                parameters[name] = value.ToString();
            }
        }

        return parameters;
    }

    private async Task WriteAsync(HttpContext context, string operation, JsonObject response)
    {
        var id = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = id;
        if (QueryJson.IsWanted(context.Request))
        {
            context.Response.ContentType = QueryJson.ContentType;
            await context.Response.WriteAsync(
                QueryJson.Response(operation, protocol.WriteJson(operation, response), id), context.RequestAborted);
            return;
        }

        var document = new XElement(
            protocol.Namespace + $"{operation}Response",
            protocol.Write(operation, response),
            new XElement(protocol.Namespace + "ResponseMetadata", new XElement(protocol.Namespace + "RequestId", id)));
        var text = new StringBuilder(protocol.Declaration);
        using (var writer = XmlWriter.Create(text, Exact))
        {
            document.WriteTo(writer);
        }

        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
