using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Watching;

/// <summary>
/// A small app as a cloud assembly in a folder of its own: a function behind an API, a page behind a distribution, a table. Its
/// properties are written into the assembly by <see cref="Write"/>.
/// </summary>
internal sealed class SmallApp : IDisposable
{
    private const string Code = """
        #!/usr/bin/env node
        const http = require('http');
        const fs = require('fs');
        const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
        const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
        function call(method, path, body) {
          return new Promise((resolve, reject) => {
            const request = http.request({ host, port, method, path: '/2018-06-01/runtime/' + path, agent }, response => {
              const parts = [];
              response.on('data', part => parts.push(part));
              response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
            });
            request.on('error', reject);
            request.end(body);
          });
        }
        async function main() {
          for (;;) {
            const next = await call('GET', 'invocation/next');
            const event = JSON.parse(next.body);
            if (event.Records) fs.appendFileSync(process.env.RECORDS, next.body + '\n');
            const query = event.queryStringParameters;
            if (query?.begun) fs.writeFileSync(query.begun, '');
            while (query?.until && !fs.existsSync(query.until)) await new Promise(resolve => setTimeout(resolve, 10));
            const answer = JSON.stringify({ statusCode: 200, body: 'VERSION ' + process.pid });
            await call('POST', `invocation/${next.headers['lambda-runtime-aws-request-id']}/response`, answer);
          }
        }
        main();
        """;

    /// <summary>The folder of the assembly.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("lexicon-small-app-").FullName;

    /// <summary>The first word that the function answers; the second is the id of its process.</summary>
    public string Version { get; set; } = "one";

    /// <summary>The page.</summary>
    public string Page { get; set; } = "<p>one";

    /// <summary>The partition key of the table.</summary>
    public string TableKey { get; set; } = "pk";

    /// <summary>Further resources, JSON members with a comma before each.</summary>
    public string More { get; set; } = "";

    /// <summary>Writes the assembly, its manifest last, as whoever synthesizes does.</summary>
    public void Write()
    {
        var code = Asset("code", Version, "bootstrap", Code.Replace("VERSION", Version, StringComparison.Ordinal));
        var pages = Asset("pages", Page, "index.html", Page);
        File.WriteAllText(In("Small.assets.json"), new JsonObject
        {
            ["files"] = new JsonObject { [code] = Source(code), [pages] = Source(pages) },
        }.ToJsonString());
        File.WriteAllText(In("Small.template.json"), Template(code, pages));
        File.WriteAllText(In("manifest.json"), """
            {"artifacts":{
              "Small.assets":{"type":"cdk:asset-manifest","properties":{"file":"Small.assets.json"}},
              "Small":{"type":"aws:cloudformation:stack","properties":{"templateFile":"Small.template.json"}}}}
            """);
    }

    /// <summary>Writes a manifest that nobody can read.</summary>
    public void WriteNonsense() => File.WriteAllText(In("manifest.json"), "{");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private string Asset(string kind, string content, string file, string text)
    {
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content));
        var hash = $"{kind}{Convert.ToHexStringLower(digest)[..8]}";
        var folder = Directory.CreateDirectory(In($"asset.{hash}")).FullName;
        var path = System.IO.Path.Combine(folder, file);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return hash;
    }

    private static JsonObject Source(string hash) => new()
    {
        ["source"] = new JsonObject { ["path"] = $"asset.{hash}", ["packaging"] = "zip" },
        ["destinations"] = new JsonObject { ["here"] = new JsonObject { ["bucketName"] = "assets", ["objectKey"] = $"{hash}.zip" } },
    };

    private string Template(string code, string pages) => """
        {"Resources":{
          "Table":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"Small","BillingMode":"PAY_PER_REQUEST",
            "AttributeDefinitions":[{"AttributeName":"KEY","AttributeType":"S"}],
            "KeySchema":[{"AttributeName":"KEY","KeyType":"HASH"}]}},
          "Role":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]}}},
          "Answer0A1B2C3D":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided.al2023","Handler":"none","Timeout":60,
            "Role":{"Fn::GetAtt":["Role","Arn"]},"Code":{"S3Bucket":"assets","S3Key":"CODE.zip"}}},
          "MayAnswer":{"Type":"AWS::Lambda::Permission","Properties":{"Action":"lambda:InvokeFunction",
            "FunctionName":{"Ref":"Answer0A1B2C3D"},"Principal":"apigateway.amazonaws.com"}},
          "Api":{"Type":"AWS::ApiGateway::RestApi","Properties":{"Name":"Small"}},
          "Get":{"Type":"AWS::ApiGateway::Method","Properties":{"RestApiId":{"Ref":"Api"},"HttpMethod":"GET",
            "ResourceId":{"Fn::GetAtt":["Api","RootResourceId"]},
            "Integration":{"Type":"AWS_PROXY","IntegrationHttpMethod":"POST","Uri":{"Fn::Sub":
              "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Answer0A1B2C3D.Arn}/invocations"}}}},
          "Deployment":{"Type":"AWS::ApiGateway::Deployment","DependsOn":"Get","Properties":{"RestApiId":{"Ref":"Api"}}},
          "Stage":{"Type":"AWS::ApiGateway::Stage","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"dev",
            "DeploymentId":{"Ref":"Deployment"}}},
          "Pages":{"Type":"AWS::S3::Bucket","Properties":{}},
          "Deployed":{"Type":"Custom::CDKBucketDeployment","Properties":{"SourceBucketNames":["assets"],
            "SourceObjectKeys":["PAGES.zip"],"DestinationBucketName":{"Ref":"Pages"},
            "SystemMetadata":{"cache-control":"s-maxage=86400"}}},
          "Control":{"Type":"AWS::CloudFront::OriginAccessControl","Properties":{"OriginAccessControlConfig":{"Name":"pages",
            "OriginAccessControlOriginType":"s3","SigningBehavior":"always","SigningProtocol":"sigv4"}}},
          "Edge":{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{"Enabled":true,
            "DefaultRootObject":"index.html","Origins":[{"Id":"pages","DomainName":{"Fn::GetAtt":["Pages","RegionalDomainName"]},
              "OriginAccessControlId":{"Fn::GetAtt":["Control","Id"]},"S3OriginConfig":{"OriginAccessIdentity":""}}],
            "DefaultCacheBehavior":{"TargetOriginId":"pages","Compress":true,"ViewerProtocolPolicy":"allow-all",
              "CachePolicyId":"658327ea-f89d-4fab-a63d-7e88639e58f6"}}}},
          "MayRead":{"Type":"AWS::S3::BucketPolicy","Properties":{"Bucket":{"Ref":"Pages"},"PolicyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Action":"s3:GetObject","Principal":{"Service":"cloudfront.amazonaws.com"},
              "Resource":{"Fn::Sub":"${Pages.Arn}/*"}}]}}}
          MORE
        }}
        """
        .Replace("MORE", More, StringComparison.Ordinal)
        .Replace("KEY", TableKey, StringComparison.Ordinal)
        .Replace("CODE", code, StringComparison.Ordinal)
        .Replace("PAGES", pages, StringComparison.Ordinal);
}
