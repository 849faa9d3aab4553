# The app without a database: give it DATABASE_URL, APP_URL, SMTP_URL and the two secrets (README, "Deploy").
#   docker build --secret id=actions-key,env=NEXT_SERVER_ACTIONS_ENCRYPTION_KEY -t ps-cope-workbook .
# Not older: CVE-2026-111497 (README, "Security").
FROM node:22.23.4-bookworm-slim
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

COPY . .
# The key is part of the build; with another one at run time the first start builds again.
RUN --mount=type=secret,id=actions-key,env=NEXT_SERVER_ACTIONS_ENCRYPTION_KEY \
    npm run build && rm -f .env.local && chown -R node:node /app

USER node
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "scripts/start.mjs"]
