# The command line as an image: docs/guides/container.md. Dependabot moves the version and the digest of the base.
FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe AS base

FROM base AS build
WORKDIR /src
COPY . .
# npm ci builds as well. The command line is bundled: what the package holds needs no node_modules beside it.
RUN npm ci
RUN npm pack --pack-destination /tmp
RUN mkdir /opt/rolecall && tar -xzf /tmp/rolecall-*.tgz --strip-components=1 -C /opt/rolecall

FROM base
LABEL org.opencontainers.image.title="rolecall" \
      org.opencontainers.image.description="Role assignments as code: YAML files in git say who holds which role in Redox, Aion, GitHub, SCIM and other systems" \
      org.opencontainers.image.licenses="Apache-2.0"
# git reads the revisions that --base, explain and diff name; curl is for the scripts of a CI.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates curl git \
    && rm -rf /var/lib/apt/lists/* /usr/local/lib/node_modules /opt/yarn-* \
    && rm -f /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
COPY --from=build /opt/rolecall /opt/rolecall
RUN ln -s /opt/rolecall/dist/cli/main.cjs /usr/local/bin/rolecall
# A container has the files that it was given: whose they are says nothing about whether to trust them.
RUN git config --system --add safe.directory '*'
WORKDIR /work
# The user `node` of the base, as numbers: Kubernetes checks runAsNonRoot by them.
USER 1000:1000
ENTRYPOINT ["rolecall"]
